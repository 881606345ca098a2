-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Everything that is constrained, indexed and filled is new.
-- postgres: 15-18

-- pending
create type public.plan_kind as enum ('free', 'paid');
create table public.workspaces (id uuid primary key default gen_random_uuid(), plan public.plan_kind not null default 'free', name text not null);
create table public.memberships (
  workspace_id uuid not null references public.workspaces on delete cascade, user_id uuid not null references auth.users on delete cascade,
  role text not null check (role in ('owner', 'guest')), primary key (workspace_id, user_id)
);
create index memberships_user on public.memberships (user_id);
alter table public.workspaces add constraint workspaces_name check (length(name) between 1 and 80);
alter table public.workspaces enable row level security;
alter table public.memberships enable row level security;
create policy "members read" on public.workspaces for select to authenticated
  using (exists (select from public.memberships m where m.workspace_id = id and m.user_id = (select auth.uid())));
grant select on public.workspaces to authenticated;
