-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: All rows of its tables are read under a lock that blocks writes (before PostgreSQL 18).
-- postgres: 15-18
-- rules: scan-for-constraint

create domain public.email as text;
create table public.people (id int primary key, mail public.email);
insert into public.people select n, n || '@a.org' from generate_series(1, 50) n;
alter domain public.email add constraint has_at check (value like '%@%') not valid;

-- pending
alter domain public.email validate constraint has_at;
