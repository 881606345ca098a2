-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 22
-- why: Both tables are locked against writes while the key is checked.
-- postgres: 15-18
-- rules: add-constraint validate-under-lock

create table public.customers (id bigint primary key, email text, name text, phone text);
insert into public.customers
  select n, 'c' || n || '@example.test', 'Customer ' || n, '+47 ' || n from generate_series(1, 50) n;
create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
alter table public.orders add constraint orders_customer foreign key (customer_id) references public.customers (id) not valid;
alter table public.orders validate constraint orders_customer;
