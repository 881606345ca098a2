-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 20
-- why: Nobody may write while the table is read as a whole.
-- postgres: 15-18
-- rules: scan-under-lock

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.counted (at timestamptz default now(), n bigint);

-- pending
lock table public.orders in exclusive mode;
insert into public.counted (n) select count(*) from public.orders;
