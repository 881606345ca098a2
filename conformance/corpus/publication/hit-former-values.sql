-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: Its subscribers no longer hear what was in a row before.
-- postgres: 15-18
-- rules: narrow-replica-identity

create table public.notes (id int primary key, body text);
alter table public.notes replica identity full;
alter publication supabase_realtime add table public.notes;

-- pending
alter table public.notes replica identity default;
