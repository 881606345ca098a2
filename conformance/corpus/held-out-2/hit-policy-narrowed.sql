-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 18
-- why: Shared rows are no longer seen.
-- postgres: 15-18
-- rules: narrow-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body, shared) select 'note ' || n, n % 2 = 0 from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "read" on public.notes for select to authenticated using (shared or owner_id = auth.uid());

-- pending
alter policy "read" on public.notes using (owner_id = auth.uid());
