-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The triggers that are dropped are made again under the same names, which the loop puts together.
-- postgres: 15-18

create function public.noted() returns trigger language plpgsql as $$ begin return null; end $$;
create table public.rooms (id bigint primary key);
create table public.keys (id bigint primary key);
create trigger log_rooms_changes after insert or update on public.rooms for each row execute function public.noted();

-- pending
do $$
declare
  one text;
begin
  foreach one in array array['rooms', 'keys'] loop
    execute format('drop trigger if exists log_%I_changes on public.%I', one, one);
    execute format(
      'create trigger log_%I_changes after insert or update on public.%I for each row execute function public.noted()', one, one);
  end loop;
end $$;
