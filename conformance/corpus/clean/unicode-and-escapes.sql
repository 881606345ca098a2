-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Characters of more than one byte before each statement.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
/* Zażółć gęślą jaźń — «DROP TABLE customers» 🚀 */ alter table public.customers add column "größe" text;
comment on column public.customers."größe" is U&'\00e4 drop column';
