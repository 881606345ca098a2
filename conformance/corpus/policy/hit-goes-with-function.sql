-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 19
-- why: CASCADE takes the policy with the function, and only the function comes back.
-- postgres: 15-18
-- rules: drop-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, kind text not null default 'a'
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create function public.is_own(who uuid) returns boolean language sql stable as 'select who = auth.uid()';
create policy own on public.notes for select to authenticated using (public.is_own(owner_id));

-- pending
drop function public.is_own(uuid) cascade;
create function public.is_own(who uuid) returns boolean language sql stable as 'select who = (select auth.uid())';
