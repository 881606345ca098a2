-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: The large objects are gone for ever.
-- postgres: 15-18
-- rules: unlink-object

create table public.scans (id bigint primary key, file oid);
insert into public.scans select n, lo_create(0) from generate_series(1, 5) n;

-- pending
select lo_unlink(file) from public.scans;
