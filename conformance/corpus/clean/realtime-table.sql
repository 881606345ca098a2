-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A table for messages, with replica identity, in the publication.
-- postgres: 15-18

-- pending
create table public.messages (id bigint generated always as identity primary key, room uuid not null, body text not null, sent_at timestamptz not null default now());
alter table public.messages enable row level security;
create policy members_read on public.messages for select to authenticated using (true);
alter table public.messages replica identity full;
alter publication supabase_realtime add table public.messages;
