-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: One row by its key.
-- postgres: 15-18

create table public.settings (key text primary key, value text);
insert into public.settings values ('theme', 'light'), ('locale', 'en');

-- pending
update public.settings set value = 'dark' where key = 'theme';
