-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: Only what is made later is closed.
-- postgres: 15-18
-- rules: revoke?

create function public.hello() returns text language sql as $$select 'hello'$$;

-- pending
alter default privileges in schema public revoke execute on functions from anon;
