-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The view asked for its reader's rights before, and does so again.
-- postgres: 15-18

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
create view public.note_list with (security_invoker = true) as select id, body from public.notes;

-- pending
drop view if exists public.note_list;
create view public.note_list with (security_invoker = on) as select id, body, shared from public.notes;
alter view public.note_list set (security_invoker = true);
