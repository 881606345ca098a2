-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: none
-- why: The same rows without that lock.
-- postgres: 15-18
-- rules: backfill-under-lock? backfill?

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
alter table public.orders add column channel text;

-- pending
update public.orders set channel = 'shop' where status = 'new' and total > 10;
