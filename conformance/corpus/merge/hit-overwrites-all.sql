-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: The join leaves no row out, and every name is replaced.
-- postgres: 15-18
-- rules: update-without-where backfill

create table public.customers (id bigint primary key, name text);
insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
create table public.names (id bigint primary key, name text);
insert into public.names select n, 'Name ' || n from generate_series(1, 40) n;

-- pending
merge into public.customers c using (select 1 as one) s on true
when matched then update set name = 'gone';
