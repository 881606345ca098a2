-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 20
-- why: The explicit lock is held while every row is written.
-- postgres: 15-18
-- rules: backfill backfill-under-lock? update-without-where?

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
begin;
lock table public.orders in share row exclusive mode;
update public.orders set note = coalesce(note, '');
commit;
