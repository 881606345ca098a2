-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 18
-- why: The foreign key of another table goes with the key, and the view that groups by it.
-- postgres: 15-18
-- rules: drop-constraint-cascade

create table public.customers (id bigint primary key, name text);
insert into public.customers select n, 'Customer ' || n from generate_series(1, 50) n;
create table public.names (id bigint primary key, name text);
insert into public.names select n, 'Name ' || n from generate_series(1, 40) n;
alter table public.names add foreign key (id) references public.customers;
create view public.named as select id, name from public.customers group by id;

-- pending
alter table public.customers drop constraint customers_pkey cascade;
