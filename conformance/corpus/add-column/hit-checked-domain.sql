-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: A column of a domain with a check is written into every row, though it has no default.
-- postgres: 15-18
-- rules: rewrite-table

create domain public.score as int check (value between 0 and 100);
create table public.trips (id bigint primary key, km int not null default 1, took interval, left_at timestamp(3), flags bit(8), name text);
insert into public.trips (id, took, left_at, flags, name)
  select n, interval '1 month 2 days 03:04:05.678', now(), b'10101010', 'trip ' || n from generate_series(1, 50) n;

-- pending
alter table public.trips add column rating public.score;
