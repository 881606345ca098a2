-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The trigger and its function in a new version.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create function public.on_order() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger on_order after insert on public.orders for each row execute function public.on_order();

-- pending
drop trigger if exists on_order on public.orders;
drop function if exists public.on_order();
create function public.on_order() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('orders', new.id::text);
  return new;
end $$;
create trigger on_order after insert on public.orders for each row execute function public.on_order();
