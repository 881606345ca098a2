-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: It returned a number and returns json now.
-- postgres: 15-18
-- rules: drop-function

create function public.order_count() returns bigint language sql stable as $$ select 1::bigint $$;

-- pending
drop function public.order_count();
create function public.order_count() returns jsonb language sql stable as $$ select '{}'::jsonb $$;
