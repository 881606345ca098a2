-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Nobody has seen a label of a type that the change set makes.
-- postgres: 15-18

create table public.jobs (id bigint primary key);

-- pending
create type public.job_state as enum ('waiting', 'finished');
-- pending
alter type public.job_state rename value 'finished' to 'done';
