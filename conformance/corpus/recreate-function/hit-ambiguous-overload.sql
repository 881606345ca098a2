-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: A call with one argument fits both functions, and the API refuses it.
-- postgres: 15-18
-- rules: ambiguous-overload

create function public.search(term text) returns int language sql stable as 'select 1';

-- pending
create function public.search(term text, page int default 1) returns int language sql stable as 'select page';
