-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The same type with its schema.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create type public.pace as enum ('slow', 'fast');
create function public.by_pace(at_pace public.pace) returns bigint language sql as $$ select count(*) from public.orders $$;

-- pending
create or replace function public.by_pace(at_pace pace) returns bigint language sql as $$ select count(id) from public.orders $$;
