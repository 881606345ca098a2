-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Readers hinder nobody.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.counts (at timestamptz default now(), n bigint);

-- pending
insert into public.counts (n) select count(*) from public.orders;
create table public.by_status as select status, count(*) as n from public.orders group by 1;
