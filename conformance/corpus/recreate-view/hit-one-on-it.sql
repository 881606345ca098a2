-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 20
-- why: CASCADE takes the view that stands on it, and it is not made again.
-- postgres: 15-18
-- rules: drop-view

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create view public.new_orders as select id, total from public.orders where status = 'new';
create view public.new_total as select sum(total) as total from public.new_orders;

-- pending
drop view public.new_orders cascade;
create view public.new_orders as select id, total from public.orders where status = 'new';
