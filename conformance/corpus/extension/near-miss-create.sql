-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: An extension more.
-- postgres: 15-18

-- pending
create extension if not exists pg_trgm with schema extensions;
