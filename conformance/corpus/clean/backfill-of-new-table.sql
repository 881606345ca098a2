-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A new table filled from an old one.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create table public.order_totals (customer_id bigint primary key, total numeric not null default 0);
insert into public.order_totals (customer_id, total) select customer_id, sum(total) from public.orders where customer_id is not null group by customer_id;
update public.order_totals set total = round(total, 2);
