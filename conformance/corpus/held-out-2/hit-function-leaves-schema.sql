-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: The function is no longer where clients call it.
-- postgres: 15-18
-- rules: move-schema

create schema internal;
create function public.score_of(session bigint) returns int language sql as 'select 1';

-- pending
alter function public.score_of(bigint) set schema internal;
