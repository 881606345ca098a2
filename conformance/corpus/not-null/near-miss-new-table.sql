-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The table is this file's own.
-- postgres: 15-18

-- pending
create table public.items (id bigint primary key, name text);
alter table public.items alter column name set not null;
