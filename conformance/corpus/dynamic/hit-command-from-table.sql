-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 25
-- why: What is executed stands in a row of a table.
-- postgres: 15-18
-- rules: opaque-sql

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.commands (id bigint primary key, command text not null);
insert into public.commands values (1, 'drop table public.orders');

-- pending
do $$
declare
  one record;
begin
  for one in select command from public.commands order by id loop
    execute one.command;
  end loop;
end $$;
