-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: So that the file may run twice: its table is new.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
drop policy if exists own on public.parcels;
create table if not exists public.parcels (id bigint primary key, owner uuid);
alter table public.parcels enable row level security;
create policy own on public.parcels for select to authenticated using (owner = auth.uid());
