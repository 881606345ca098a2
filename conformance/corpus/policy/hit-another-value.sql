-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 18
-- why: The policy lists another kind; the one that it listed is not let through any more.
-- postgres: 15-18
-- rules: narrow-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, kind text not null default 'a'
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy shown on public.notes for select using (kind in ('a'));

-- pending
drop policy shown on public.notes;
create policy shown on public.notes for select using (kind in ('b', 'c'));
