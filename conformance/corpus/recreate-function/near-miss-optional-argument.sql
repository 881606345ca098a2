-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A further argument with a default: each old call still resolves.
-- postgres: 15-18
-- rules: drop-function?

create function public.invite(email text) returns text language sql as $$ select email $$;

-- pending
drop function public.invite(text);
create function public.invite(email text, role text default 'member') returns text language sql as $$ select email || role $$;
