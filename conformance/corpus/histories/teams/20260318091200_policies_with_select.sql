drop policy "members read" on public.organisations;
create policy "members read" on public.organisations for select to authenticated using ((select public.is_member(id)));
alter policy "members see members" on public.members using ((select public.is_member(org)));
