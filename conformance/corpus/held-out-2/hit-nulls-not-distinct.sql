-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 15
-- why: A constraint that builds its index under a lock, and refuses a second NULL.
-- postgres: 15-18
-- rules: add-constraint build-constraint-index

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
alter table public.members add constraint members_phone unique nulls not distinct (phone);
