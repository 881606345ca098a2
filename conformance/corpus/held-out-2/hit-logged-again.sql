-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: The whole table is written to the log under ACCESS EXCLUSIVE.
-- postgres: 15-18
-- rules: rewrite-table

create unlogged table public.imports (id bigint primary key, body text);
insert into public.imports select n, 'body ' || n from generate_series(1, 50) n;

-- pending
alter table public.imports set logged;
