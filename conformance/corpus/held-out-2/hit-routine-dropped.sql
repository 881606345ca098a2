-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: DROP ROUTINE drops functions, too.
-- postgres: 15-18
-- rules: drop-function

create function public.score_of(session bigint) returns int language sql as 'select 1';

-- pending
drop routine public.score_of;
