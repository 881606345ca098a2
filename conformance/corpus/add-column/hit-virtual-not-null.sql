-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: Whether a virtual column is never null is looked up row by row under the strongest lock.
-- postgres: 18
-- rules: scan-for-not-null

create table public.trips (id bigint primary key, km int not null default 1, took interval, left_at timestamp(3), flags bit(8), name text);
insert into public.trips (id, took, left_at, flags, name)
  select n, interval '1 month 2 days 03:04:05.678', now(), b'10101010', 'trip ' || n from generate_series(1, 50) n;

-- pending
alter table public.trips add column metres int generated always as (km * 1000) virtual not null;
