-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Realtime no longer sends changes of this table.
-- postgres: 15-18
-- rules: drop-publication? drop-other?

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
alter publication supabase_realtime add table public.orders;

-- pending
alter publication supabase_realtime drop table public.orders;
