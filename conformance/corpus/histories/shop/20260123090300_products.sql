create table public.products (
  id bigint generated always as identity primary key,
  sku text not null unique,
  title text not null,
  price numeric(10,2) not null check (price >= 0)
);
alter table public.products enable row level security;
create policy "anyone reads products" on public.products for select using (true);
