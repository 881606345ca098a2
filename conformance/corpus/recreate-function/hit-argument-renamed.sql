-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: RPC passes arguments by name, and the name changed.
-- postgres: 15-18
-- rules: drop-function

create function public.order_total(order_id bigint) returns numeric language sql stable as $$ select 1::numeric $$;

-- pending
drop function public.order_total(bigint);
create function public.order_total(p_order_id bigint) returns numeric language sql stable as $$ select 1::numeric $$;
