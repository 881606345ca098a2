-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A table in the image of another one.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create table public.orders_import (like public.orders including all excluding identity);
insert into public.orders_import (id, status, total) values (1, 'new', 1);
