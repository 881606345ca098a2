-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Nothing but a DEFAULT of a nullable column is dropped.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
alter table public.customers alter column name set default 'nobody';

-- pending
alter table public.customers alter column name drop default;
