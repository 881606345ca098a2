-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 21
-- why: The deletion is in a DO block.
-- postgres: 15-18
-- rules: delete-without-where

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
do $$
declare removed bigint;
begin
  delete from public.orders;
  get diagnostics removed = row_count;
  raise notice 'removed %', removed;
end $$;
