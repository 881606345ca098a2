-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Columns that old code does not know.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers
  add column if not exists locale text,
  add column if not exists time_zone text default 'UTC',
  add column if not exists marketing boolean not null default false;
comment on column public.customers.locale is 'BCP 47; null means: as the browser says';
