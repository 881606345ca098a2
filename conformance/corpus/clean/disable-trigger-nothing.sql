-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A new event function and a type cast in a query; nothing is altered.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create function public.days_open(o public.orders) returns int language sql stable as $$ select (current_date - (o.created_at)::date) $$;
select count(*) from public.orders where created_at::date > date '2020-01-01';
