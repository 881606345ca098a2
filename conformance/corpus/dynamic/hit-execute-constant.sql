-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 16
-- why: The text of EXECUTE is there to be read.
-- postgres: 15-18
-- rules: drop-column

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
do $body$ begin
  execute 'alter table public.customers drop column phone';
end $body$;
