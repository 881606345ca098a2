-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 15
-- why: Writes wait, and duplicates are refused from now on.
-- postgres: 15-18
-- rules: build-index add-constraint

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
create unique index customers_email on public.customers (lower(email));
