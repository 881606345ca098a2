-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: Hours may be more than before: nothing is refused that was allowed. But all rows are read.
-- postgres: 15-18
-- rules: scan-for-constraint

create table public.times (id bigint primary key, hours int constraint hours_check check (hours > 0 and hours <= 24));
insert into public.times select n, 1 + n % 24 from generate_series(1, 50) n;

-- pending
alter table public.times drop constraint hours_check;
alter table public.times add constraint hours_check check (hours between 1 and 744 or hours > 0);
