-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 15
-- why: Every row is read under ACCESS EXCLUSIVE.
-- postgres: 15-18
-- rules: set-not-null scan-for-not-null

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers alter column email set not null;
