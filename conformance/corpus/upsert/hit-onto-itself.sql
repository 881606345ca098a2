-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: An upsert of all own rows overwrites every name.
-- postgres: 15-18
-- rules: update-without-where backfill

create table public.customers (id bigint primary key, name text);
insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
create table public.names (id bigint primary key, name text);
insert into public.names select n, 'Name ' || n from generate_series(1, 40) n;

-- pending
insert into public.customers (id, name) select id, 'gone' from public.customers
on conflict (id) do update set name = excluded.name;
