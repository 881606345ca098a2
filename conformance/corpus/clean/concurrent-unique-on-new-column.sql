-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: A unique index built without blocking on a column that is new and empty.
-- postgres: 15-18
-- rules: add-constraint?

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers add column slug text;

-- pending
create unique index concurrently customers_slug_key on public.customers (slug);
