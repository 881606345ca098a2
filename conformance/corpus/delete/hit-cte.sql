-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: 20
-- why: The deletion is the first part of a SELECT.
-- postgres: 15-18
-- rules: delete-rows

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.orders_archive (like public.orders);

-- pending
with gone as (
  delete from public.orders where id <= 5 returning *
)
insert into public.orders_archive select * from gone;
