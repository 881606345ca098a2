-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 21
-- why: Every table of the schema is emptied by a command that is put together in a loop.
-- postgres: 15-18
-- rules: truncate

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
do $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('truncate table public.%I cascade', name);
  end loop;
end $$;
