-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Reference rows that are written out.
-- postgres: 15-18

create table public.customers (id bigint primary key, name text);
insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
create table public.names (id bigint primary key, name text);
insert into public.names select n, 'Name ' || n from generate_series(1, 40) n;

-- pending
insert into public.customers (id, name) values (1, 'Ada'), (51, 'Bo')
on conflict (id) do update set name = excluded.name;
