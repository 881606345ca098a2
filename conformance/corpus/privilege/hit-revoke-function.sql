-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 13
-- why: The RPC is refused for signed-in users.
-- postgres: 15-18
-- rules: revoke

create function public.ping() returns text language sql as $$ select 'pong' $$;

-- pending
revoke execute on function public.ping() from public, anon, authenticated;
