-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: PostgreSQL refuses it: whoever calls it would get another type.
-- postgres: 15-18
-- rules: replace-mismatch
-- fails: 42P13

create function public.answer() returns int language sql as $$ select 42 $$;

-- pending
create or replace function public.answer() returns text language sql as $$ select '42' $$;
