-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 20
-- why: In another time zone every value is another moment: the table is written anew.
-- postgres: 15-18
-- rules: alter-column-type rewrite-table

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
alter table public.orders add column sent_at timestamp;

-- pending
set local time zone 'Europe/Berlin';
alter table public.orders alter column sent_at type timestamptz;
