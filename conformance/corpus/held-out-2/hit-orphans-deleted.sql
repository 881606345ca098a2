-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 21
-- why: Rows without a parent go.
-- postgres: 15-18
-- rules: delete-rows

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
delete from public.orders o
where not exists (select from public.members m where m.id = o.customer_id and m.id < 40);
