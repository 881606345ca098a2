-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 19
-- why: Whoever has no customer, and whoever has another one.
-- postgres: 15-18
-- rules: backfill

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
do $$ declare mine bigint := 7; begin
  update public.orders set customer_id = mine where customer_id <> mine or customer_id is null;
end $$;
