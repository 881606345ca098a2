-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 14
-- why: What had been revoked from everybody is granted again to every new function.
-- postgres: 15-18
-- rules: regain-grants

create function public.secrets(who text) returns text language sql stable as $$ select who $$;
revoke execute on function public.secrets(text) from public, anon;

-- pending
drop function public.secrets(text);
create function public.secrets(who text) returns text language sql stable as $$ select upper(who) $$;
