-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: What is new is locked down from the start.
-- postgres: 15-18

-- pending
create function public.admin_stats() returns bigint language sql security definer set search_path = '' as $$ select 1::bigint $$;
revoke all on function public.admin_stats() from public, anon, authenticated;
grant execute on function public.admin_stats() to service_role;
