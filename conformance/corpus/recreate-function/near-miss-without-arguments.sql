-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: It is the only function of its name, and comes back for the same calls.
-- postgres: 15-18

create function public.double(n int) returns int language sql as 'select n * 2';

-- pending
drop function public.double;
create function public.double(n int) returns int language sql as 'select n + n';
