-- data_loss: yes
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: "if exists" is not harmless when the table does exist.
-- postgres: 15-18
-- rules: drop-table

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
drop table if exists public.customers cascade;
create table if not exists public.customers (id bigint primary key, email text, name text, phone text);
