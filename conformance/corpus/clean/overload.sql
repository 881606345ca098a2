-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A further function of the same name.
-- postgres: 15-18
-- rules: ambiguous-overload?

create function public.greet(name text) returns text language sql as $$ select 'hello ' || name $$;

-- pending
create function public.greet(name text, language text) returns text language sql as $$ select language || name $$;
