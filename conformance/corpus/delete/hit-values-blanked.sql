-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 15
-- why: The phone numbers of the members that a condition chooses are gone.
-- postgres: 15-18
-- rules: blank-values

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
update public.members set phone = null where joined_at < '2026-01-10';
