-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 21
-- why: "Moved to another schema" says the comment; a new empty table and a drop do it.
-- postgres: 15-18
-- rules: drop-table

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
-- move orders into the billing schema
create schema billing;
create table billing.orders (id bigint generated always as identity primary key, status text, total numeric(10,2));
drop table public.orders;
