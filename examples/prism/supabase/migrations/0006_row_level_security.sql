-- Questions are public. Everything else is reached through the functions of 0007, or by its signed-in owner.
alter table public.assessment_items enable row level security;
alter table public.sessions enable row level security;
alter table public.responses enable row level security;
alter table public.scores enable row level security;
alter table public.profiles enable row level security;

grant usage on schema public to anon, authenticated, service_role;
grant select on public.assessment_items to anon, authenticated;
grant select on public.sessions, public.responses, public.scores, public.profiles to authenticated;
grant all on public.assessment_items, public.sessions, public.responses, public.scores, public.profiles to service_role;

create policy "anyone reads the questions" on public.assessment_items
  for select to anon, authenticated using (true);

create policy "owners read their sessions" on public.sessions
  for select to authenticated using (user_id = (select auth.uid()));

create policy "owners read their responses" on public.responses
  for select to authenticated using (
    exists (select 1 from public.sessions s where s.id = session_id and s.user_id = (select auth.uid()))
  );

create policy "owners read their scores" on public.scores
  for select to authenticated using (
    exists (select 1 from public.sessions s where s.id = session_id and s.user_id = (select auth.uid()))
  );

create policy "owners read their profiles" on public.profiles
  for select to authenticated using (
    exists (select 1 from public.sessions s where s.id = session_id and s.user_id = (select auth.uid()))
  );
