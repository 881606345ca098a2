-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 19
-- why: A materialized view is rebuilt without a column that dashboards read.
-- postgres: 15-18
-- rules: drop-view

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create materialized view public.sales as select customer_id, sum(total) as total, count(*) as orders from public.orders group by 1;

-- pending
drop materialized view public.sales;
create materialized view public.sales as select customer_id, sum(total) as total from public.orders group by 1;
