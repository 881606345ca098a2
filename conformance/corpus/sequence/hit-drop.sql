-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 12
-- why: The next nextval fails.
-- postgres: 15-18

create sequence public.invoice_number;

-- pending
drop sequence public.invoice_number;
