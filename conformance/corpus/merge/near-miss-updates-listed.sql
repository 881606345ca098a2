-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Two rows that are written out.
-- postgres: 15-18

create table public.customers (id bigint primary key, name text);
insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
create table public.names (id bigint primary key, name text);
insert into public.names select n, 'Name ' || n from generate_series(1, 40) n;

-- pending
merge into public.customers c using (values (1::bigint, 'Ada'), (2, 'Bo')) n (id, name) on n.id = c.id
when matched then update set name = n.name
when not matched then insert values (n.id, n.name);
