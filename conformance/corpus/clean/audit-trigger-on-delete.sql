-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: An audit table that is filled when rows are deleted.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create table public.order_audit (id bigint generated always as identity primary key, order_id bigint, row_data jsonb, at timestamptz default now());
create function public.audit_orders() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    insert into public.order_audit (order_id, row_data) values (old.id, to_jsonb(old));
    return old;
  elsif tg_op = 'TRUNCATE' then
    raise exception 'truncate of orders is not allowed';
  end if;
  return new;
end $$;
create trigger audit_orders after update or delete on public.orders for each row execute function public.audit_orders();
