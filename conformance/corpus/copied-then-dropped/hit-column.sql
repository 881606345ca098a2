-- data_loss: either
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 17
-- why: The values moved to another column first; clients of the old one fail, and the copy updates every row.
-- postgres: 15-18
-- rules: drop-column backfill backfill-under-lock?

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers add column mobile text;
update public.customers set mobile = phone;
alter table public.customers drop column phone;
