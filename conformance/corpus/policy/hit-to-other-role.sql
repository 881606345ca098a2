-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 15
-- why: Who was signed in read them, and reads them no more.
-- postgres: 15-18
-- rules: narrow-policy

create table public.notes (id int primary key, body text);
alter table public.notes enable row level security;
create policy notes_read on public.notes for select to authenticated using (true);

-- pending
alter policy notes_read on public.notes to service_role;
