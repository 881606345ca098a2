-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 14
-- why: The table was made with a CHECK that says the same: no row is read.
-- postgres: 15-18
-- rules: set-not-null

create table public.parcels (id bigint primary key, weight int check (weight is not null));
insert into public.parcels select n, n from generate_series(1, 50) n;

-- pending
alter table public.parcels alter column weight set not null;
