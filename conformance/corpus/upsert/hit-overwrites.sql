-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: Every value of a column is replaced by a constant.
-- postgres: 15-18
-- rules: backfill update-without-where?

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
update public.customers set name = 'redacted';
