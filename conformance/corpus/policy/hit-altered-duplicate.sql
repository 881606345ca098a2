-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 20
-- why: The second one that would have stood in was altered to let fewer through.
-- postgres: 15-18
-- rules: drop-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "Owners read" on public.notes for select to authenticated using (owner_id = auth.uid());
create policy notes_read on public.notes for select to authenticated using (owner_id = auth.uid());
alter policy notes_read on public.notes using (owner_id = auth.uid() and shared);

-- pending
drop policy "Owners read" on public.notes;
