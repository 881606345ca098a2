-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 18
-- why: Whoever has a right on the table sees and changes all of its rows.
-- postgres: 15-18
-- rules: disable-row-security

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, kind text not null default 'a'
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy own on public.notes to authenticated using (owner_id = auth.uid());

-- pending
alter table public.notes disable row level security;
