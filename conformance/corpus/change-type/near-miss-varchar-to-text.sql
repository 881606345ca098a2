-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The limit goes, the rows stay as they are.
-- postgres: 15-18
-- rules: alter-column-type?

create table public.codes (id bigint primary key, code varchar(10));
insert into public.codes select n, 'c' || n from generate_series(1, 50) n;

-- pending
alter table public.codes alter column code type text;
