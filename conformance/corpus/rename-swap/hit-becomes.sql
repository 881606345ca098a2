-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: machine_id becomes locked_by, and a new machine_id appears: no name is missing afterwards.
-- postgres: 15-18
-- rules: rename-column

create table public.jobs (id bigint primary key, machine_id uuid);

-- pending
alter table public.jobs rename column machine_id to locked_by;
alter table public.jobs add column machine_id uuid;
