-- data_loss: yes
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: An old partition goes with its rows.
-- postgres: 15-18
-- rules: drop-table

create table public.logs (at date not null, line text) partition by range (at);
create table public.logs_2025 partition of public.logs for values from ('2025-01-01') to ('2026-01-01');
insert into public.logs select date '2025-01-01' + n, 'x' from generate_series(1, 50) n;

-- pending
drop table public.logs_2025;
