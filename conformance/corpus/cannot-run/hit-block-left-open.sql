-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: What follows BEGIN is never committed, and who records the file as applied is wrong.
-- postgres: 15-18
-- rules: transaction-control

-- pending
begin;
create table public.a (id int primary key);
