-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 15
-- why: Hours that were allowed are refused.
-- postgres: 15-18
-- rules: add-constraint scan-for-constraint

create table public.times (id bigint primary key, hours int constraint hours_check check (hours > 0 and hours <= 24));
insert into public.times select n, 1 + n % 8 from generate_series(1, 50) n;

-- pending
alter table public.times drop constraint hours_check;
alter table public.times add constraint hours_check check (hours > 0 and hours <= 12);
