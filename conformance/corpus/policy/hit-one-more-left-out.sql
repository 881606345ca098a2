-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 23
-- why: One more value is refused.
-- postgres: 15-18
-- rules: narrow-policy

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.shops (id bigint primary key, open boolean);
alter table public.orders enable row level security;
create policy seen on public.orders for select to authenticated
  using (exists (select 1 from public.shops s where s.id = customer_id and (s.id = 1 or s.open)));
create policy sorted on public.orders for insert to authenticated with check (status not in ('lost', 'gone'));

-- pending
drop policy sorted on public.orders;
create policy sorted on public.orders for insert to authenticated with check (status not in ('lost', 'gone', 'late'));
