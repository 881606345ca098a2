-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 17
-- why: The error that would undo the block is raised on a condition only.
-- postgres: 15-18
-- rules: delete-without-where

create table public.trips (id bigint primary key, km int not null default 1, took interval, left_at timestamp(3), flags bit(8), name text);
insert into public.trips (id, took, left_at, flags, name)
  select n, interval '1 month 2 days 03:04:05.678', now(), b'10101010', 'trip ' || n from generate_series(1, 50) n;

-- pending
do $$
begin
  delete from public.trips;
  if not found then
    raise exception 'nothing was there';
  end if;
exception
  when others then
    raise notice '%', sqlerrm;
end $$;
