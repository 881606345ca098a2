-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The drop of what never was, before the creation.
-- postgres: 15-18

-- pending
drop function if exists public.handle_new_user() cascade;
create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$ begin return new; end $$;
