-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Another policy of an earlier file says the same to the same.
-- postgres: 15-18

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "Owners read" on public.notes for select to authenticated using (owner_id = auth.uid());
create policy notes_read_own on public.notes for select to authenticated using (owner_id = (select auth.uid()));

-- pending
drop policy "Owners read" on public.notes;
