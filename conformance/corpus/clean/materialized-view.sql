-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A materialized view, its index, and a way to refresh it.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create materialized view public.sales_by_day as select created_at::date as day, sum(total) as total from public.orders group by 1;
create unique index sales_by_day_day on public.sales_by_day (day);
create function public.refresh_sales() returns void language sql security definer as $$ refresh materialized view concurrently public.sales_by_day $$;
