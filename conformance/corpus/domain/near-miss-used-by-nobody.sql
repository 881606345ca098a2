-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: No column has the domain.
-- postgres: 15-18

create domain public.postcode as text;

-- pending
alter domain public.postcode add constraint five check (length(value) < 6);
