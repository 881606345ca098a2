-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: A validated CHECK proves it: no scan, nothing new is refused.
-- postgres: 15-18
-- rules: set-not-null?

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
alter table public.customers add constraint email_there check (email is not null);

-- pending
alter table public.customers alter column email set not null;
