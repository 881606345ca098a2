create table public.addresses (id uuid primary key default gen_random_uuid(), owner uuid not null references public.profiles (id), street text, town text);
alter table public.addresses enable row level security;
create policy "own addresses" on public.addresses for all using (auth.uid() = owner);
