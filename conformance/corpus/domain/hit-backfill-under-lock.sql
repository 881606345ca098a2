-- data_loss: either
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 16
-- why: The check of the domain has locked every table that has it, until the transaction ends.
-- postgres: 15-18
-- rules: add-constraint scan-for-constraint backfill-under-lock

create domain public.postcode as text;
create table public.places (id bigint primary key, code public.postcode);
insert into public.places select n, '1234' from generate_series(1, 50) n;

-- pending
alter domain public.postcode add constraint five check (length(value) < 6);
update public.places set code = '0000' where code = '1234';
