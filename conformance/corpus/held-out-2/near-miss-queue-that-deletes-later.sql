-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The bodies delete when somebody calls them; nobody does here.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create table public.jobs (id bigint generated always as identity primary key, order_id bigint references public.orders, done_at timestamptz);
create function public.take_job() returns public.jobs language sql as $$
  delete from public.jobs where id = (select id from public.jobs order by id for update skip locked limit 1) returning *;
$$;
create function public.forget_done() returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from public.jobs where done_at is not null;
  if not found then truncate public.jobs; end if;
end $$;
revoke execute on function public.forget_done() from public, anon, authenticated;
