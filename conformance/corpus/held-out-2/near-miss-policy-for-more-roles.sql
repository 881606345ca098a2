-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: More roles than before.
-- postgres: 15-18

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body, shared) select 'note ' || n, n % 2 = 0 from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "read" on public.notes for select to authenticated using (shared);

-- pending
alter policy "read" on public.notes to anon, authenticated;
