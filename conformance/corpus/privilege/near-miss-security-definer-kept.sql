-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The body is another, the rights are the same.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new', note text
);
insert into public.orders (customer_id, note) select n, 'note ' || n from generate_series(1, 50) n;
create function public.how_many() returns bigint language sql stable security definer set search_path = '' as $$ select count(*) from public.orders $$;

-- pending
create or replace function public.how_many() returns bigint language sql stable security definer set search_path = '' as $$ select count(id) from public.orders $$;
