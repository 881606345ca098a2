-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: The second argument may no longer be left out.
-- postgres: 15-18
-- rules: drop-function

create function public.page(n int, size int default 20) returns int language sql stable as $$ select n * size $$;

-- pending
drop function public.page(int, int);
create function public.page(n int, size int) returns int language sql stable as $$ select n * size $$;
