-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The policy has another name and lets more through: inside of its AND, an OR has one part more.
-- postgres: 15-18

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, kind text not null default 'a'
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;
alter table public.notes enable row level security;
create policy own on public.notes for select to authenticated using (kind = 'a' and (owner_id = auth.uid() or body = 'open'));

-- pending
drop policy own on public.notes;
create policy own_or_new on public.notes for select to authenticated
  using (kind in ('a', 'b') and (owner_id = auth.uid() or body = 'open' or body = 'new'));
