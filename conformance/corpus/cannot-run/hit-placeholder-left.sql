-- data_loss: either
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The name of a variable is stored instead of its value.
-- postgres: 15-18
-- rules: template-placeholder

create table public.settings (key text primary key, value text not null);

-- pending
insert into public.settings values ('api-url', '{{API_URL}}');
