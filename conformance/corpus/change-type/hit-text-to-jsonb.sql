-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: The value is kept, the type that clients get is another.
-- postgres: 15-18
-- rules: alter-column-type rewrite-table

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers alter column name type jsonb using to_jsonb(name);
