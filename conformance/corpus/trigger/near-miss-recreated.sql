-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Dropped and created under the same name.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create function public.touch() returns trigger language plpgsql as $$ begin return new; end $$;
create trigger touch_orders before update on public.orders for each row execute function public.touch();

-- pending
drop trigger if exists touch_orders on public.orders;
create trigger touch_orders before insert or update on public.orders for each row execute function public.touch();
