-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 18
-- why: MERGE writes every row that has a match, and all have one.
-- postgres: 15-18
-- rules: backfill

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
merge into public.orders o
using (select id, total * 2 as doubled from public.orders) d on d.id = o.id
when matched then update set total = d.doubled;
