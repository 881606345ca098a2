-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: Every row is computed and written anew.
-- postgres: 17-18
-- rules: rewrite-table

create table public.lines (id bigint primary key, net numeric not null, gross numeric generated always as (net * 1.2) stored);
insert into public.lines select n, n + 0.5 from generate_series(1, 50) n;

-- pending
alter table public.lines alter column gross set expression as (net * 1.25);
