-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: 16
-- why: The usual self-join before a unique constraint removes rows.
-- postgres: 15-18
-- rules: delete-rows

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
insert into public.customers values (51, 'c1@example.test', 'twin', null);

-- pending
delete from public.customers a using public.customers b where a.email = b.email and a.id > b.id;
