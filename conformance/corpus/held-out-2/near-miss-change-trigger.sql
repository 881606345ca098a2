-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A trigger that tells of deletions deletes nothing.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create or replace function public.tell_change() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' then
    perform pg_notify('orders', json_build_object('deleted', old.id)::text);
    return old;
  end if;
  perform pg_notify('orders', json_build_object('changed', new.id)::text);
  return new;
end $$;
drop trigger if exists orders_changed on public.orders;
create trigger orders_changed after insert or update or delete on public.orders for each row execute function public.tell_change();
