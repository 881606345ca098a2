-- data_loss: either
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: An attribute of a composite type goes.
-- postgres: 15-18
-- rules: drop-column alter-column-type?

create type public.address as (street text, city text);

-- pending
alter type public.address drop attribute street;
