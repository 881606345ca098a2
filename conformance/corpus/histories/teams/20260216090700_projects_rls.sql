alter table public.projects enable row level security;
drop policy if exists "members manage" on public.projects;
create policy "members manage" on public.projects for all using (public.is_member(org)) with check (public.is_member(org));
