-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The rows of a table of this file.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
create table public.profiles_new (id bigint primary key, name text, slug text);
insert into public.profiles_new (id, name) select id, name from public.customers;
update public.profiles_new set slug = lower(name);
