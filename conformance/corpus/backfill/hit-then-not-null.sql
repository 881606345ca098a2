-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: yes
-- line: 19
-- why: Three steps in one transaction: the lock of the first is held to the end.
-- postgres: 15-18
-- rules: backfill backfill-under-lock? scan-for-not-null set-not-null?

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
alter table public.orders add column channel text;
update public.orders set channel = case when customer_id is null then 'shop' else 'web' end;
alter table public.orders alter column channel set not null;
