-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A partition is made for next year.
-- postgres: 15-18

create table public.events (id bigint not null, happened_on date not null) partition by range (happened_on);
create table public.events_2025 partition of public.events for values from ('2025-01-01') to ('2026-01-01');

-- pending
create table if not exists public.events_2026 partition of public.events for values from ('2026-01-01') to ('2027-01-01');
