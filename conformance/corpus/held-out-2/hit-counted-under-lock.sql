-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 19
-- why: Writes wait while the table is counted.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.counts (at timestamptz default now(), n bigint);

-- pending
begin;
lock table public.orders in share mode;
insert into public.counts (n) select count(*) from public.orders;
commit;
