-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Only psql knows commands with a backslash.
-- postgres: 15-18
-- rules: psql-only
-- fails: 42601

-- pending
\set name 'a'
create table public.a (id int primary key);
