-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 18
-- why: The first file renames the column, the second drops it.
-- postgres: 15-18
-- rules: drop-column rename-column?

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
alter table public.members rename column phone to phone_old;

-- pending
alter table public.members drop column phone_old;
