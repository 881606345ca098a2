-- data_loss: yes
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: 16
-- why: A partition goes with its rows.
-- postgres: 15-18
-- rules: drop-table

create table public.events (id bigint not null, happened_on date not null) partition by range (happened_on);
create table public.events_2024 partition of public.events for values from ('2024-01-01') to ('2025-01-01');
create table public.events_2025 partition of public.events for values from ('2025-01-01') to ('2026-01-01');
insert into public.events select n, '2024-06-01' from generate_series(1, 50) n;

-- pending
drop table public.events_2024;
