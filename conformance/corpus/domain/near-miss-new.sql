-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A domain with a check and a table that uses it are both new.
-- postgres: 15-18

-- pending
create domain public.percentage as int check (value between 0 and 100);
create table public.rates (id bigint primary key, rate public.percentage not null default 0);
