-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 20
-- why: It comes back for another role only.
-- postgres: 15-18
-- rules: narrow-policy

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
alter table public.orders enable row level security;
create policy readers on public.orders for select to anon, authenticated using (true);

-- pending
drop policy readers on public.orders;
create policy readers on public.orders for select to authenticated using (true);
