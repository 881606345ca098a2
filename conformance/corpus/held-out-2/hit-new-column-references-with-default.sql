-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 20
-- why: Every row has the default, so the new foreign key is checked against all of them.
-- postgres: 15-18
-- rules: scan-for-constraint

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.shops (id bigint primary key);
insert into public.shops select n from generate_series(1, 50) n;

-- pending
alter table public.orders add column shop_id bigint default 1 references public.shops;
