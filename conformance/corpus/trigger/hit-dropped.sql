-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: What it kept up to date is no longer kept.
-- postgres: 15-18
-- rules: drop-trigger

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create function public.touch() returns trigger language plpgsql as $$ begin new.created_at := now(); return new; end $$;
create trigger touch before update on public.orders for each row execute function public.touch();

-- pending
drop trigger touch on public.orders;
