-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The new one is closed as the former one was.
-- postgres: 15-18

create function public.secrets(who text) returns text language sql stable as $$ select who $$;
revoke execute on function public.secrets(text) from public, anon;

-- pending
drop function public.secrets(text);
create function public.secrets(who text) returns text language sql stable as $$ select upper(who) $$;
revoke execute on function public.secrets(text) from public, anon;
