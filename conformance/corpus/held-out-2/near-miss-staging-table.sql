-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Only what this transaction made is emptied and dropped.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create temporary table staging (code text, price numeric) on commit drop;
insert into staging values ('a', 1), ('b', 2);
create table public.prices (code text primary key, price numeric not null);
insert into public.prices select code, price from staging;
truncate staging;
drop table staging;
