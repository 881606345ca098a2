-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The policy is there already, so none is made.
-- postgres: 15-18

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body, shared) select 'note ' || n, n % 2 = 0 from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy "read shared" on public.notes for select to authenticated using (shared);

-- pending
do $$
begin
  if not exists (select from pg_policies where tablename = 'notes' and policyname = 'read shared') then
    create policy "read shared" on public.notes for select to authenticated using (shared);
  end if;
end $$;
