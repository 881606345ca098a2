-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: Its values can be computed again, but whoever asks for the column fails.
-- postgres: 15-18
-- rules: drop-generated-column

create table public.lines (id bigint primary key, net numeric not null, gross numeric generated always as (net * 1.2) stored);
insert into public.lines (id, net) select n, n + 0.5 from generate_series(1, 50) n;

-- pending
alter table public.lines drop column gross;
