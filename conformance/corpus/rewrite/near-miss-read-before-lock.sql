-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: It is read before it is locked, and only by its key while it is.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.counted (at timestamptz default now(), n bigint);

-- pending
insert into public.counted (n) select count(*) from public.orders;
lock table public.orders in exclusive mode;
select status from public.orders where id = 3;
