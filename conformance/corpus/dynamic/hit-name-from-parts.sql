-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 20
-- why: The loop drops tables whose names it puts together.
-- postgres: 15-18
-- rules: drop-table

create table public.old_rooms (id bigint primary key);
create table public.old_keys (id bigint primary key);
insert into public.old_rooms select generate_series(1, 50);

-- pending
do $$
declare
  one text;
begin
  foreach one in array array['rooms', 'keys'] loop
    execute format('drop table public.old_%I', one);
  end loop;
end $$;
