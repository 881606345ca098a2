-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: Whoever asks for the aggregate fails.
-- postgres: 15-18
-- rules: drop-function

create aggregate public.product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1');

-- pending
drop aggregate public.product(numeric);
