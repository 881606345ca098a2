-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: Everything in it has a new address.
-- postgres: 15-18
-- rules: rename-other

create schema app;
create table app.settings (key text primary key, value text);

-- pending
alter schema app rename to core;
