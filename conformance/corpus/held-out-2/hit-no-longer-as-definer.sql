-- data_loss: no
-- breaks_clients: either
-- tightens: yes
-- lock_hazard: no
-- line: 17
-- why: What the definer may do is no longer lent to the caller.
-- postgres: 15-18

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body, shared) select 'note ' || n, n % 2 = 0 from generate_series(1, 50) n;
alter table public.notes enable row level security;
create function public.count_notes() returns bigint language sql stable security definer set search_path = '' as 'select count(*) from public.notes';

-- pending
alter function public.count_notes() security invoker;
