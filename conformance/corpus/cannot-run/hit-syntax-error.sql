-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A word is misspelt.
-- postgres: 15-18
-- rules: syntax-error
-- fails: 42601

-- pending
create table public.a (id int primary key);
create tabel public.b (id int primary key);
