-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: One of two rules is allowed; the other one is told.
-- postgres: 15-18
-- rules: rewrite-table
-- waived: alter-column-type

create table public.counters (id bigint primary key, n int not null);
insert into public.counters select n, n from generate_series(1, 50) n;

-- pending
-- rollout-allow: alter-column-type clients read it as a number
alter table public.counters alter column n type bigint;
