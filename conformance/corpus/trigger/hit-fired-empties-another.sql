-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 22
-- why: The file fires the trigger that it makes, and that empties a table.
-- postgres: 15-18
-- rules: truncate

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.totals (customer_id bigint primary key, total numeric not null);
insert into public.totals select customer_id, sum(total) from public.orders group by 1;

-- pending
create function public.forget_totals() returns trigger language plpgsql as $$ begin truncate public.totals; return null; end $$;
create trigger forgets after update on public.orders for each statement execute function public.forget_totals();
update public.orders set note = 'seen' where id = 7;
