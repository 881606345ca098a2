-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: Callers name an argument that is gone.
-- postgres: 15-18
-- rules: drop-function

create procedure public.close_month(month int, dry boolean default false) language sql as 'select 1';

-- pending
drop procedure public.close_month(int, boolean);
create procedure public.close_month(year int, month int) language sql as 'select 1';
