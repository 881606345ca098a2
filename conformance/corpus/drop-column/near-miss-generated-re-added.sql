-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: yes
-- line: 20
-- why: A generated column holds nothing of its own; dropping it and adding a new expression rewrites the table.
-- postgres: 15-18
-- rules: rewrite-table drop-generated-column?

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
alter table public.orders add column total_cents bigint generated always as ((total * 100)::bigint) stored;

-- pending
alter table public.orders drop column total_cents;
alter table public.orders add column total_cents bigint generated always as (round(total * 100)::bigint) stored;
