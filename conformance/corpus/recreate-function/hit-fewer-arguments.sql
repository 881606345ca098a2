-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: Callers that pass the third argument fail.
-- postgres: 15-18
-- rules: drop-function

create function public.search_orders(q text, page int, size int) returns int language sql stable as $$ select page * size $$;

-- pending
drop function public.search_orders(text, int, int);
create function public.search_orders(q text, page int) returns int language sql stable as $$ select page $$;
