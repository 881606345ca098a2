-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: None of the names exists.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
drop trigger if exists orders_touch_old on public.orders;
drop function if exists public.touch_old() cascade;
drop view if exists public.old_orders;
drop index if exists public.orders_old_idx;
drop type if exists public.order_kind;
drop policy if exists "old read" on public.orders;
alter table if exists public.order_lines drop column if exists old_total;
