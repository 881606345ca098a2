-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: A column less is published.
-- postgres: 15-18
-- rules: drop-publication

create table public.notes (id int primary key, body text, at date);
insert into public.notes (id, body) select n, 'body ' || n from generate_series(1, 50) n;
create publication feed for table public.notes;

-- pending
alter publication feed set table public.notes (id, at);
