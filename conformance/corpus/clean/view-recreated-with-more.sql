-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Dropped and made anew with all the old columns and two more.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create view public.customer_orders with (security_invoker = true) as select c.id, c.name, o.id as order_id from public.customers c join public.orders o on o.customer_id = c.id;

-- pending
drop view if exists public.customer_orders;
create view public.customer_orders with (security_invoker = true) as
select c.id, c.name, o.id as order_id, o.total, o.created_at
from public.customers c join public.orders o on o.customer_id = c.id;
