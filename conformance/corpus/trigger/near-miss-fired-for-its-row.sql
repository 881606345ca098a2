-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The trigger that the file fires writes the one row that belongs to it.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.totals (customer_id bigint primary key, total numeric not null);
insert into public.totals select customer_id, sum(total) from public.orders group by 1;

-- pending
create function public.keep_total() returns trigger language plpgsql as $$ begin
  update public.totals set total = total + new.total - old.total where customer_id = new.customer_id;
  return null;
end $$;
create trigger keeps after update on public.orders for each row execute function public.keep_total();
update public.orders set total = 12 where id = 7;
