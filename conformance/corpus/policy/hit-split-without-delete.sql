-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 19
-- why: One policy for all commands is split, and no part of it lets anybody delete.
-- postgres: 15-18
-- rules: drop-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "Everybody reads" on public.notes for select using (true);
create policy "Owners do all" on public.notes for all to authenticated using (owner_id = auth.uid());

-- pending
drop policy if exists "Owners do all" on public.notes;
create policy "Owners insert" on public.notes for insert to authenticated with check (owner_id = auth.uid());
create policy "Owners update" on public.notes for update to authenticated using (owner_id = auth.uid());
