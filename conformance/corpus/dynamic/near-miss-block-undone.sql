-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The block always ends in an error that it catches itself: all that it has run is undone.
-- postgres: 15-18

create table public.trips (id bigint primary key, km int not null default 1, took interval, left_at timestamp(3), flags bit(8), name text);
insert into public.trips (id, took, left_at, flags, name)
  select n, interval '1 month 2 days 03:04:05.678', now(), b'10101010', 'trip ' || n from generate_series(1, 50) n;

-- pending
do $$
begin
  delete from public.trips;
  alter table public.trips drop column name;
  raise exception 'only tried';
exception
  when others then
    raise notice '%', sqlerrm;
end $$;
