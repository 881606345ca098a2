-- data_loss: yes
-- breaks_clients: either
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: Days and hours are cut off every value.
-- postgres: 15-18
-- rules: alter-column-type? narrow-column-type rewrite-table

create table public.trips (id bigint primary key, km int not null default 1, took interval, left_at timestamp(3), flags bit(8), name text);
insert into public.trips (id, took, left_at, flags, name)
  select n, interval '1 month 2 days 03:04:05.678', now(), b'10101010', 'trip ' || n from generate_series(1, 50) n;

-- pending
alter table public.trips alter column took type interval year to month;
