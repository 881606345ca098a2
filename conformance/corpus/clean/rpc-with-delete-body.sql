-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: An RPC whose body deletes one row when it is called.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create or replace function public.cancel_order(order_id bigint)
returns void language plpgsql security invoker set search_path = '' as $function$
begin
  delete from public.orders where id = cancel_order.order_id and status = 'new';
  if not found then raise exception 'no such order'; end if;
end;
$function$;
grant execute on function public.cancel_order(bigint) to authenticated;
