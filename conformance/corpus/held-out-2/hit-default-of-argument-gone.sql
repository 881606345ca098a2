-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: Calls with one argument find no function any more.
-- postgres: 15-18
-- rules: drop-function

create function public.page_of(subject bigint, size int default 20) returns int language sql as 'select size';

-- pending
drop function public.page_of(bigint, int);
create function public.page_of(subject bigint, size int) returns int language sql as 'select size';
