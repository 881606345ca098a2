-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: The expression ignores the old value.
-- postgres: 15-18
-- rules: alter-column-type narrow-column-type rewrite-table

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers alter column phone type boolean using false;
