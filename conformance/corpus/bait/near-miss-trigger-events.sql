-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: DELETE is an event of a trigger.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create function public.log_change() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$;

-- pending
create trigger on_order_gone after delete on public.orders for each row execute function public.log_change();
create trigger on_orders_emptied after truncate on public.orders for each statement execute function public.log_change();
