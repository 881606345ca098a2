-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Replaced in place.
-- postgres: 15-18

create function public.order_count() returns bigint language sql stable as $$ select 1::bigint $$;

-- pending
create or replace function public.order_count() returns bigint language plpgsql stable as $$ begin return 3; end $$;
