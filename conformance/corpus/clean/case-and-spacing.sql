-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Strange capitals and line ends, only additions.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
aLtEr
  TABLE
    PUBLIC.Customers
  aDd
    ColuMn
  Referrer TEXT
;;
