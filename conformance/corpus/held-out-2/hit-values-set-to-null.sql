-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: No value of the column is left.
-- postgres: 15-18
-- rules: update-without-where backfill

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
update public.members set phone = null;
