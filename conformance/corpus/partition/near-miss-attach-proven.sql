-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: A valid CHECK is its bounds: nothing is read.
-- postgres: 15-18

create table public.logs (at date not null, line text) partition by range (at);
create table public.logs_2025 (at date not null, line text);
insert into public.logs_2025 select date '2025-01-01' + n, 'line ' || n from generate_series(1, 50) n;
alter table public.logs_2025 add constraint bounds check (at >= '2025-01-01' and at < '2026-01-01') not valid;
alter table public.logs_2025 validate constraint bounds;

-- pending
alter table public.logs attach partition public.logs_2025 for values from ('2025-01-01') to ('2026-01-01');
