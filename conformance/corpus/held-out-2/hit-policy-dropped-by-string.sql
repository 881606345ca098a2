-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 20
-- why: The only policy is dropped by a command in a string.
-- postgres: 15-18
-- rules: drop-policy

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body, shared) select 'note ' || n, n % 2 = 0 from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "read" on public.notes for select to authenticated using (shared);

-- pending
do $$
begin
  execute 'drop policy "read" on public.notes';
end $$;
