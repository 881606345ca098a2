alter table public.organisations enable row level security;
alter table public.members enable row level security;
create policy "members read" on public.organisations for select to authenticated using (public.is_member(id));
create policy "members see members" on public.members for select to authenticated using (public.is_member(org));
