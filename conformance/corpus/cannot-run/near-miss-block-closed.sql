-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A block that is closed again.
-- postgres: 15-18

-- pending
begin;
create table public.a (id int primary key);
commit;
