-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: Every row of the other table writes one of this one anew.
-- postgres: 15-18
-- rules: backfill

create table public.customers (id bigint primary key, name text);
insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
create table public.names (id bigint primary key, name text);
insert into public.names select n, 'Name ' || n from generate_series(1, 40) n;

-- pending
insert into public.customers (id, name) select id, name from public.names
on conflict (id) do update set name = excluded.name;
