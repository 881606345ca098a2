-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Renamed and renamed back: nothing changed.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers rename column name to full_name;
alter table public.customers rename column full_name to name;
