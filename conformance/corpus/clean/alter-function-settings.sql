-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Settings of a function.
-- postgres: 15-18

create function public.slow() returns int language sql as $$ select 1 $$;

-- pending
alter function public.slow() set search_path = '';
alter function public.slow() stable;
