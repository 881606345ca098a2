alter table public.rooms enable row level security;
alter table public.messages enable row level security;
create policy read_rooms on public.rooms for select to authenticated using (true);
create policy read_messages on public.messages for select to authenticated using (true);
create policy write_messages on public.messages for insert to authenticated with check (author = auth.uid());
