-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: A new argument without a default: the old call no longer resolves.
-- postgres: 15-18
-- rules: drop-function

create function public.invite(email text) returns text language sql as $$ select email $$;

-- pending
drop function public.invite(text);
create function public.invite(email text, role text) returns text language sql as $$ select email || role $$;
