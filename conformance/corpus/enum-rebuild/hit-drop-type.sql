-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: A type that a function's callers cast to is gone.
-- postgres: 15-18
-- rules: drop-type

create type public.mood as enum ('good', 'bad');

-- pending
drop type public.mood;
