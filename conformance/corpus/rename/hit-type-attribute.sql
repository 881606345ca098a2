-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: A composite's attribute is part of what clients get.
-- postgres: 15-18
-- rules: rename-column rename-other?

create type public.address as (street text, town text);

-- pending
alter type public.address rename attribute town to city;
