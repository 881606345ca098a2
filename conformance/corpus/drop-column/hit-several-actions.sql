-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 18
-- why: The drop hides between harmless actions of one statement.
-- postgres: 15-18
-- rules: drop-column

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
alter table public.customers
  add column nickname text,
  alter column name set default '',
  drop column if exists phone,
  add column locale text not null default 'en';
