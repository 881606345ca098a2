-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 21
-- why: The drop is in a DO block.
-- postgres: 15-18
-- rules: drop-table

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
do $$
begin
  if exists (select from pg_tables where schemaname = 'public' and tablename = 'orders') then
    drop table public.orders;
  end if;
end $$;
