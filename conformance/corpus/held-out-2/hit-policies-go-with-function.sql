-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 19
-- why: The policy that asks the function goes with it and is not made again.
-- postgres: 15-18
-- rules: drop-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body, shared) select 'note ' || n, n % 2 = 0 from generate_series(1, 50) n;
alter table public.notes enable row level security;
create function public.owns(who uuid) returns boolean language sql stable as 'select who = auth.uid()';
create policy "read own" on public.notes for select to authenticated using (public.owns(owner_id));

-- pending
drop function public.owns(uuid) cascade;
create function public.owns(who uuid) returns boolean language sql stable as 'select who = (select auth.uid())';
