-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: The view reads with its owner's rights now, past the readers' policies.
-- postgres: 15-18
-- rules: lose-security-invoker

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body, shared) select 'note ' || n, n % 2 = 0 from generate_series(1, 50) n;
alter table public.notes enable row level security;
create view public.note_list with (security_invoker = true) as select id, body from public.notes;

-- pending
create or replace view public.note_list as select id, body from public.notes;
