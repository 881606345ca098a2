-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 18
-- why: Callers need rights of their own on the table from now on.
-- postgres: 15-18
-- rules: lose-security-definer

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new', note text
);
insert into public.orders (customer_id, note) select n, 'note ' || n from generate_series(1, 50) n;
alter table public.orders enable row level security;
create function public.how_many() returns bigint language sql stable security definer set search_path = '' as $$ select count(*) from public.orders $$;

-- pending
create or replace function public.how_many() returns bigint language sql stable set search_path = '' as $$ select count(*) from public.orders $$;
