-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 20
-- why: A grant to a reporting role is lost with the view.
-- postgres: 15-18
-- rules: lose-grants

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create view public.order_list as select id, status from public.orders;
grant select on public.order_list to supabase_auth_admin;

-- pending
drop view public.order_list;
create view public.order_list as select id, status, total from public.orders;
