-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Braces that belong to JSON.
-- postgres: 15-18

create table public.settings (key text primary key, value jsonb not null);

-- pending
insert into public.settings values ('menu', '{"main": {"items": [{"a": {}}]}}');
