-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 18
-- why: Every row without a note is searched and written in one transaction.
-- postgres: 15-18
-- rules: backfill

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, null from generate_series(1, 50) n;

-- pending
update public.orders set note = 'none' where note is null;
