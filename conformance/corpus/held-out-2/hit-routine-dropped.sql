-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 12
-- why: DROP ROUTINE drops functions, too.
-- postgres: 15-18

create function public.score_of(session bigint) returns int language sql as 'select 1';

-- pending
drop routine public.score_of;
