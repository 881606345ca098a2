-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: The function is gone.
-- postgres: 15-18
-- rules: drop-function

create function public.ping() returns text language sql as $$ select 'pong' $$;

-- pending
drop function public.ping();
