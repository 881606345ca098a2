-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 19
-- why: The same bytes; clients see another type.
-- postgres: 15-18
-- rules: alter-column-type

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
alter table public.orders add column sent_at timestamp;

-- pending
alter table public.orders alter column sent_at type timestamptz;
