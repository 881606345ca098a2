-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The same arguments and the same answer, another body.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create function public.total_of(customer bigint) returns numeric language sql stable as 'select sum(total) from public.orders where customer_id = customer';

-- pending
create or replace function public.total_of(customer bigint) returns numeric language plpgsql stable security invoker set search_path = '' as $$
declare
  result numeric;
begin
  select coalesce(sum(o.total), 0) into result from public.orders o where o.customer_id = customer;
  return result;
end $$;
