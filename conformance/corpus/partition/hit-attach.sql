-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: yes
-- line: 15
-- why: ATTACH reads the table to see that every row fits.
-- postgres: 15-18
-- rules: attach-scan add-constraint?

create table public.logs (at date not null, line text) partition by range (at);
create table public.logs_2025 (at date not null, line text);
insert into public.logs_2025 select date '2025-01-01' + n, 'x' from generate_series(1, 50) n;

-- pending
alter table public.logs attach partition public.logs_2025 for values from ('2025-01-01') to ('2026-01-01');
