-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 17
-- why: The view is remade from a table that lost a column first.
-- postgres: 15-18
-- rules: drop-column drop-view?

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
create view public.people as select * from public.customers;

-- pending
drop view public.people;
alter table public.customers drop column phone;
create view public.people as select * from public.customers;
