-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The rows stand where only psql reads them.
-- postgres: 15-18
-- rules: psql-only
-- fails: 42601

create table public.a (id int primary key, body text);

-- pending
copy public.a (id, body) from stdin;
1	one
2	two
\.
