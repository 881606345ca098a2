-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 18
-- why: What was accepted is refused.
-- postgres: 15-18
-- rules: narrow-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body, shared) select 'note ' || n, n % 2 = 0 from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "write" on public.notes for insert to authenticated with check (owner_id = auth.uid());

-- pending
alter policy "write" on public.notes with check (owner_id = auth.uid() and length(body) < 20);
