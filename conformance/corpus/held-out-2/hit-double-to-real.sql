-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: Half of the digits are lost, and every row is written anew.
-- postgres: 15-18
-- rules: alter-column-type narrow-column-type rewrite-table

create table public.places (id bigint primary key, latitude double precision not null);
insert into public.places select n, 59.123456789012 + n from generate_series(1, 50) n;

-- pending
alter table public.places alter column latitude type real;
