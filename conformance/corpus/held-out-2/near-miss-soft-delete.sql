-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A column and a view for rows that count as deleted; nothing is.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
alter table public.orders add column if not exists deleted_at timestamptz;
create view public.living_orders with (security_invoker = true) as select * from public.orders where deleted_at is null;
create function public.delete_order(which bigint) returns void language sql as $$
  update public.orders set deleted_at = now() where id = which;
$$;
