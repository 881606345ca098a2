-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A new and empty partition.
-- postgres: 15-18

create table public.logs (at date not null, line text) partition by range (at);

-- pending
create table public.logs_2027 partition of public.logs for values from ('2027-01-01') to ('2028-01-01');
