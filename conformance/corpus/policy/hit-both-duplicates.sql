-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 19
-- why: Both of two that say the same are dropped: nobody reads any more.
-- postgres: 15-18
-- rules: drop-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "Owners read" on public.notes for select to authenticated using (owner_id = auth.uid());
create policy notes_read_own on public.notes for select to authenticated using (owner_id = auth.uid());

-- pending
drop policy "Owners read" on public.notes;
drop policy notes_read_own on public.notes;
