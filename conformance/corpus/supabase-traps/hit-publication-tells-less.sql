-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 19
-- why: Whoever listens hears of no change and no deletion any more.
-- postgres: 15-18
-- rules: drop-publication

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create publication told for table public.orders;

-- pending
alter publication told set (publish = 'insert');
