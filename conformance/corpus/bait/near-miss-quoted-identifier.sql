-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A column with a name like a command.
-- postgres: 15-18

-- pending
create table public.permissions ("drop" boolean not null default false, "delete" boolean, "truncate table" text);
create index on public.permissions ("delete");
