-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Each of the two rules is allowed by a comment of its own.
-- postgres: 15-18
-- waived: alter-column-type rewrite-table

create table public.counters (id bigint primary key, n int not null);
insert into public.counters select n, n from generate_series(1, 50) n;

-- pending
-- rollout-allow: alter-column-type clients read it as a number
-- rollout-allow: rewrite-table 50 rows
alter table public.counters alter column n type bigint;
