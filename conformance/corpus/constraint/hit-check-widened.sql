-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: yes
-- line: 20
-- why: Dropped and added wider: still every row is read.
-- postgres: 15-18
-- rules: scan-for-constraint add-constraint?

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
alter table public.orders add constraint status_known check (status in ('new', 'paid'));

-- pending
alter table public.orders drop constraint status_known;
alter table public.orders add constraint status_known check (status in ('new', 'paid', 'sent'));
