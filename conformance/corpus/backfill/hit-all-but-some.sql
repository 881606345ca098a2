-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 18
-- why: A value names the few rows that are left out.
-- postgres: 15-18
-- rules: backfill

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
update public.orders set status = 'open' where status <> 'open';
