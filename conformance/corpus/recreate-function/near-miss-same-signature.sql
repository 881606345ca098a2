-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Dropped and created with the same arguments and result.
-- postgres: 15-18

create function public.order_count() returns bigint language sql stable as $$ select 1::bigint $$;

-- pending
drop function if exists public.order_count();
create function public.order_count() returns bigint language sql stable set search_path = '' as $$ select 2::bigint $$;
