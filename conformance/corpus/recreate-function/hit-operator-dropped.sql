-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: Queries that use the operator fail.
-- postgres: 15-18
-- rules: drop-other

create function public.same(a text, b text) returns boolean language sql immutable as 'select lower($1) = lower($2)';
create operator public.=~= (leftarg = text, rightarg = text, function = public.same);

-- pending
drop operator public.=~= (text, text);
