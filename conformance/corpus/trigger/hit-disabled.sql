-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 20
-- why: Nothing is logged any more.
-- postgres: 15-18
-- rules: disable-trigger

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new', note text
);
insert into public.orders (customer_id, note) select n, 'note ' || n from generate_series(1, 50) n;
create table public.orders_log (order_id bigint, at timestamptz default now());
create function public.log_order() returns trigger language plpgsql as $$ begin
  insert into public.orders_log (order_id) values (coalesce(new.id, old.id)); return coalesce(new, old); end $$;
create trigger log_orders after insert or update or delete on public.orders for each row execute function public.log_order();

-- pending
alter table public.orders disable trigger log_orders;
