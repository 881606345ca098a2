-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: The result has a column less.
-- postgres: 15-18
-- rules: drop-function

create function public.top_customers() returns table (id bigint, name text, spent numeric) language sql stable as $$ select 1::bigint, 'a'::text, 1::numeric $$;

-- pending
drop function if exists public.top_customers();
create function public.top_customers() returns table (id bigint, name text) language sql stable as $$ select 1::bigint, 'a'::text $$;
