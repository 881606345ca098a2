-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: Both names still exist, each means the other thing: old code goes on, wrongly.
-- postgres: 15-18
-- rules: rename-column

create table public.jobs (id bigint primary key, machine_id uuid, locked_by uuid);

-- pending
alter table public.jobs rename column machine_id to owner_id;
alter table public.jobs rename column locked_by to machine_id;
alter table public.jobs rename column owner_id to locked_by;
