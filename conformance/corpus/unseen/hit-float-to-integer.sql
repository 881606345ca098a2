-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: Fractions are rounded away.
-- postgres: 15-18
-- rules: alter-column-type narrow-column-type rewrite-table

create table public.readings (id bigint primary key, value double precision);
insert into public.readings select n, n + 0.4 from generate_series(1, 50) n;

-- pending
alter table public.readings alter column value type integer;
