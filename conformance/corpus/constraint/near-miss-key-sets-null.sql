-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 22
-- why: The same key; the rows stay where their customer goes. It is validated anew.
-- postgres: 15-18
-- rules: scan-for-constraint

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.customers (id bigint primary key);
insert into public.customers select n from generate_series(1, 50) n;
alter table public.orders add constraint orders_customer_fk foreign key (customer_id) references public.customers (id) on delete cascade;

-- pending
alter table public.orders drop constraint orders_customer_fk;
alter table public.orders add constraint orders_customer_fk foreign key (customer_id) references public.customers (id) on delete set null;
