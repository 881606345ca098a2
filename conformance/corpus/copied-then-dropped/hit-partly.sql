-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 20
-- why: Only some rows were copied before the drop.
-- postgres: 15-18
-- rules: drop-table

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create table public.orders_archive (id bigint primary key, total numeric(10,2));
insert into public.orders_archive select id, total from public.orders where id <= 10;
drop table public.orders;
