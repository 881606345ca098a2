-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 15
-- why: The grant to another role is lost with the dropped function, and public has none by default here.
-- postgres: 15-18
-- rules: lose-grants

alter default privileges revoke execute on functions from public;
create function public.token_hook(event jsonb) returns jsonb language sql stable as $$ select event $$;
grant execute on function public.token_hook(jsonb) to supabase_auth_admin;

-- pending
drop function public.token_hook(jsonb);
create function public.token_hook(event jsonb) returns jsonb language sql stable as $$ select event || '{}' $$;
