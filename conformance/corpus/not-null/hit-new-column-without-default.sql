-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: either
-- line: 13
-- why: Old code that inserts without the column fails.
-- postgres: 15-18
-- rules: required-column

create table public.devices (id bigint primary key);

-- pending
alter table public.devices add column serial text not null;
