-- data_loss: yes
-- breaks_clients: either
-- tightens: either
-- lock_hazard: yes
-- line: 15
-- why: The explicit cast cuts every longer value off without an error.
-- postgres: 15-18
-- rules: narrow-column-type rewrite-table alter-column-type?

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
alter table public.members
  alter column email type varchar(3) using email::varchar(3);
