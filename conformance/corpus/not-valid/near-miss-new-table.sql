-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Constraints of a table of the same change set.
-- postgres: 15-18

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;

-- pending
create table public.carts (id bigint primary key, customer_id bigint, total numeric);
alter table public.carts add constraint cart_total check (total >= 0);
alter table public.carts add constraint cart_customer foreign key (customer_id) references public.customers (id);
