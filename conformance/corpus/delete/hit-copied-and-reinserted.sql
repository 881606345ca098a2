-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 19
-- why: All rows go out by a copy and come back by it.
-- postgres: 15-18
-- rules: delete-without-where delete-rows?

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create temporary table kept on commit drop as select distinct on (customer_id) * from public.orders order by customer_id, id;
delete from public.orders;
insert into public.orders overriding system value select * from kept;
