-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 17
-- why: The file is about a rename; the SQL drops and adds.
-- postgres: 15-18
-- rules: drop-column

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
-- Rename customers.name to customers.full_name
alter table public.customers add column full_name text;
alter table public.customers drop column name;
