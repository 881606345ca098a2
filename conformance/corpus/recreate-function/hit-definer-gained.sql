-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 19
-- why: Its owner reads past the row security of whoever calls it.
-- postgres: 15-18
-- rules: gain-security-definer

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, kind text not null default 'a'
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy own on public.notes to authenticated using (owner_id = auth.uid());
create function public.how_many() returns bigint language sql stable as 'select count(*) from public.notes';

-- pending
create or replace function public.how_many() returns bigint language sql stable security definer as 'select count(*) from public.notes';
