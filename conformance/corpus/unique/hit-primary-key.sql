-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 14
-- why: A primary key on an existing table builds an index and checks for NULL.
-- postgres: 15-18
-- rules: add-constraint build-constraint-index set-not-null? scan-for-not-null?

create table public.tags (id bigint, name text);
insert into public.tags select n, 'x' from generate_series(1, 50) n;

-- pending
alter table public.tags add primary key (id);
