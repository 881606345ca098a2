-- data_loss: either
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: The next nextval fails, and where it stood is lost.
-- postgres: 15-18
-- rules: drop-sequence

create sequence public.invoice_number;

-- pending
drop sequence public.invoice_number;
