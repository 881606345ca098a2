-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: A new column without default has nothing to look up: no scan, a brief lock.
-- postgres: 15-18
-- rules: add-constraint?

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
create table public.visits (id bigint primary key);
insert into public.visits select n from generate_series(1, 50) n;

-- pending
alter table public.visits add column customer_id bigint references public.customers (id) on delete set null;
