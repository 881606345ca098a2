-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: MERGE that only adds what is not there.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
merge into public.customers c using (values (50, 'x'), (51, 'y')) v (id, name) on c.id = v.id
when not matched then insert (id, name) values (v.id, v.name);
