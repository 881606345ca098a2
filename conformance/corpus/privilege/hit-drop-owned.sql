-- data_loss: either
-- breaks_clients: either
-- tightens: yes
-- lock_hazard: no
-- line: 21
-- why: What the role had been granted goes with what it owned.
-- postgres: 16-18
-- rules: drop-owned

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create role reader;
grant reader to postgres;
grant select on public.orders to reader;

-- pending
drop owned by reader;
