-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: New values are checked, those that are stored are not read.
-- postgres: 15-18
-- rules: add-constraint?

create domain public.postcode as text;
create table public.places (id bigint primary key, code public.postcode);
insert into public.places select n, '1234' from generate_series(1, 50) n;

-- pending
alter domain public.postcode add constraint five check (length(value) < 6) not valid;
