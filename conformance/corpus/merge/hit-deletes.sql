-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: 18
-- why: MERGE deletes what is not in the source.
-- postgres: 15-18
-- rules: delete-rows

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
create table public.wanted (id bigint primary key);
insert into public.wanted select n from generate_series(1, 40) n;

-- pending
merge into public.customers c using (select c2.id, w.id as kept from public.customers c2 left join public.wanted w on w.id = c2.id) s on s.id = c.id
when matched and s.kept is null then delete;
