-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: RPC callers use the old name.
-- postgres: 15-18
-- rules: rename-other

create function public.add_two(a int, b int) returns int language sql immutable as $$ select a + b $$;

-- pending
alter function public.add_two(int, int) rename to plus;
