-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: CASCADE takes the columns of the extension's type.
-- postgres: 15-18
-- rules: drop-extension-data drop-extension?

create extension citext with schema extensions;
create table public.logins (id bigint primary key, email extensions.citext);
insert into public.logins select n, 'a' || n from generate_series(1, 50) n;

-- pending
drop extension citext cascade;
