-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A key to an existing table, in a new one with on delete cascade.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
create table if not exists public.subscriptions (
  id text primary key,
  customer_id bigint references public.customers on delete cascade not null,
  status text not null default 'trialing',
  metadata jsonb not null default '{}'::jsonb,
  cancel_at_period_end boolean default false
);
