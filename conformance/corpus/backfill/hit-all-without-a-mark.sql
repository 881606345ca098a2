-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: The pattern names the few that have their mark already.
-- postgres: 15-18
-- rules: backfill

create table public.agents (id bigint generated always as identity primary key, licence text not null, grade text);
insert into public.agents (licence, grade) select 'L' || n, 'junior' from generate_series(1, 50) n;

-- pending
-- Licences get the mark of their register.

update public.agents set licence = licence || '/R' where licence not like '%/R';
