-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The table is renamed and a view with the old name and columns takes its place in the same transaction.
-- postgres: 15-18
-- rules: rename-table?

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers rename to clients;
create view public.customers with (security_invoker = true) as select id, email, name, phone from public.clients;
