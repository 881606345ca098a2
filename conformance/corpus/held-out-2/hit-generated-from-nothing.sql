-- data_loss: yes
-- breaks_clients: either
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: The column comes back computed from another one that does not hold its values.
-- postgres: 15-18
-- rules: drop-column rewrite-table

create table public.results (id bigint primary key, raw jsonb, score int);
insert into public.results select n, '{}', n from generate_series(1, 50) n;

-- pending
alter table public.results drop column score;
alter table public.results add column score int generated always as ((raw ->> 'score')::int) stored;
