-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The planner is told more; nobody waits.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create statistics public.orders_old on customer_id, status from public.orders;

-- pending
alter table public.orders alter column status set statistics 500;
alter table public.orders set (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);
drop statistics public.orders_old;
create statistics public.orders_pair on customer_id, status from public.orders;
