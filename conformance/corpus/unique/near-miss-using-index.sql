-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 15
-- why: The index was built concurrently before; attaching it is brief.
-- postgres: 15-18
-- rules: add-constraint

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
create unique index concurrently customers_email_key on public.customers (email);

-- pending
alter table public.customers add constraint customers_email_key unique using index customers_email_key;
