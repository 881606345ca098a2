-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: All rows are rewritten, and the type that clients get changes.
-- postgres: 15-18
-- rules: alter-column-type rewrite-table

create table public.counters (id bigint primary key, n int not null);
insert into public.counters select n, n from generate_series(1, 50) n;

-- pending
alter table public.counters alter column n type bigint;
