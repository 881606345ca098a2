-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: The functions that clients call come from it.
-- postgres: 15-18
-- rules: drop-extension

create extension citext with schema extensions;

-- pending
drop extension citext;
