-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 19
-- why: The old name now leads to another table with other columns.
-- postgres: 15-18
-- rules: rename-table

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.orders_v2 (id bigint primary key, state text not null);

-- pending
alter table public.orders rename to orders_old;
alter table public.orders_v2 rename to orders;
