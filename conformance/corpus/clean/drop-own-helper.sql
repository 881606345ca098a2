-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A helper function of this file, used and dropped.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create function public.__slug(t text) returns text language sql immutable as $$ select lower(t) $$;
create table public.slugs as select id, public.__slug(status) as slug from public.orders;
drop function public.__slug(text);
