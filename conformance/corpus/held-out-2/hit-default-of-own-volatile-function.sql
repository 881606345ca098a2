-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 19
-- why: A function is volatile unless it says otherwise: every row is written.
-- postgres: 15-18
-- rules: rewrite-table

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create function public.next_code() returns text language plpgsql as $$ begin return md5(random()::text); end $$;

-- pending
alter table public.orders add column code text default public.next_code();
