-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: A view that did not let callers' rights count is replaced by one with the same columns and a barrier.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create view public.open_orders as select id, total from public.orders where status = 'new';

-- pending
create or replace view public.open_orders with (security_barrier = true) as select id, total from public.orders where status = 'new';
