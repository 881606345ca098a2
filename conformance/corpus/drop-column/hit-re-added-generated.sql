-- data_loss: yes
-- breaks_clients: either
-- tightens: no
-- lock_hazard: yes
-- line: 20
-- why: The same name comes back generated from a jsonb that is NULL: what was typed in is gone.
-- postgres: 15-18
-- rules: drop-column rewrite-table

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
alter table public.orders add column details jsonb;

-- pending
alter table public.orders
  drop column note,
  add column note text generated always as (details ->> 'note') stored;
