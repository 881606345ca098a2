-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 20
-- why: The index is made in a DO block.
-- postgres: 15-18
-- rules: build-index

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
do $$ begin
  if not exists (select from pg_indexes where indexname = 'orders_customer') then
    create index orders_customer on public.orders (customer_id);
  end if;
end $$;
