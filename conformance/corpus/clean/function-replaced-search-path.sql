-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The same signature, a safer search path.
-- postgres: 15-18

create function public.is_member(org bigint) returns boolean language sql stable security definer as $$ select org > 0 $$;

-- pending
create or replace function public.is_member(org bigint) returns boolean language sql stable security definer set search_path = '' as $$ select org > 0 $$;
