-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: The index is built anew in the new order, under the strongest lock.
-- postgres: 15-18
-- rules: rebuild-under-lock

create table public.trips (id bigint primary key, km int not null default 1, took interval, left_at timestamp(3), flags bit(8), name text);
insert into public.trips (id, took, left_at, flags, name)
  select n, interval '1 month 2 days 03:04:05.678', now(), b'10101010', 'trip ' || n from generate_series(1, 50) n;
create index trips_name on public.trips (name);

-- pending
alter table public.trips alter column name type text collate "C";
