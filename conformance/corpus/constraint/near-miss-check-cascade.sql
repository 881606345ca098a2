-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Nothing hangs on a check.
-- postgres: 15-18

create table public.customers (id bigint primary key, name text);
insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
create table public.names (id bigint primary key, name text);
insert into public.names select n, 'Name ' || n from generate_series(1, 40) n;
alter table public.customers add constraint named check (name <> '');

-- pending
alter table public.customers drop constraint named cascade;
