-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Another trigger does its work whenever it fired.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create function public.stamp() returns trigger language plpgsql as $$ begin new.note := coalesce(new.note, ''); return new; end $$;
create trigger stamped before insert or update on public.orders for each row execute function public.stamp();

-- pending
create function public.tidy() returns trigger language plpgsql as $$ begin new.note := btrim(new.note); return new; end $$;
drop trigger stamped on public.orders;
create trigger tidied before insert or update on public.orders for each row execute function public.tidy();
