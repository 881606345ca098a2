-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 13
-- why: Nobody without an account may call anything.
-- postgres: 15-18
-- rules: revoke

create function public.hello() returns text language sql as $$select 'hello'$$;

-- pending
revoke execute on all functions in schema public from public, anon;
