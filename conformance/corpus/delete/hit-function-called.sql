-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 19
-- why: The body runs, because the file calls it.
-- postgres: 15-18
-- rules: delete-without-where

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create function public.tmp_cleanup() returns void language sql as $$ delete from public.orders $$;
select public.tmp_cleanup();
drop function public.tmp_cleanup();
