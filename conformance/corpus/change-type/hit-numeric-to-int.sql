-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: The fraction is rounded away.
-- postgres: 15-18
-- rules: alter-column-type narrow-column-type rewrite-table

create table public.prices (id bigint primary key, amount numeric not null);
insert into public.prices select n, n + 0.25 from generate_series(1, 50) n;

-- pending
alter table public.prices alter column amount type integer using amount::integer;
