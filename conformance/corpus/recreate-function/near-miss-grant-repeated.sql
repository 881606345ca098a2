-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The grant is given again in the same file.
-- postgres: 15-18

alter default privileges revoke execute on functions from public;
create function public.token_hook(event jsonb) returns jsonb language sql stable as $$ select event $$;
grant execute on function public.token_hook(jsonb) to supabase_auth_admin;

-- pending
drop function public.token_hook(jsonb);
create function public.token_hook(event jsonb) returns jsonb language sql stable as $$ select event || '{}' $$;
grant execute on function public.token_hook(jsonb) to supabase_auth_admin;
