-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 22
-- why: A function that exists already empties the table when it is performed.
-- postgres: 15-18
-- rules: truncate

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create function public.start_over() returns void language plpgsql as $$
begin
  truncate public.orders;
end $$;

-- pending
do $$
begin
  perform public.start_over();
end $$;
