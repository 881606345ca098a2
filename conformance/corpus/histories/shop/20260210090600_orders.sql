create table public.orders (
  id bigint generated always as identity primary key,
  customer uuid not null references public.profiles (id),
  state public.order_state not null default 'new',
  created_at timestamptz not null default now()
);
alter table public.orders enable row level security;
create policy "own orders" on public.orders for all using (auth.uid() = customer);
