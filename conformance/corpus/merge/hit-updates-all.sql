-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: Every row that has its partner is written anew in one transaction.
-- postgres: 15-18
-- rules: backfill

create table public.customers (id bigint primary key, name text);
insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
create table public.names (id bigint primary key, name text);
insert into public.names select n, 'Name ' || n from generate_series(1, 40) n;

-- pending
merge into public.customers c using public.names n on n.id = c.id
when matched then update set name = n.name;
