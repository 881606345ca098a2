-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 17
-- why: Every row goes, and those of the table that refers to it.
-- postgres: 15-18
-- rules: truncate

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
create table public.notes (id bigint primary key, customer_id bigint references public.customers);
insert into public.notes values (1, 1), (2, 2);

-- pending
truncate public.customers cascade;
