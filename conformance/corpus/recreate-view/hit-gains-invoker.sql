-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 19
-- why: Readers saw all rows through the view; now they need rights of their own, and see their own rows.
-- postgres: 15-18
-- rules: gain-security-invoker

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create view public.note_list as select id, body from public.notes;
grant select on public.note_list to authenticated;

-- pending
alter view public.note_list set (security_invoker = true);
