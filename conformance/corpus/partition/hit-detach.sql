-- data_loss: either
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: The rows are no longer in the table that clients read.
-- postgres: 15-18
-- rules: detach-partition

create table public.logs (id bigint not null, at date not null) partition by range (at);
create table public.logs_2025 partition of public.logs for values from ('2025-01-01') to ('2026-01-01');
insert into public.logs select n, date '2025-01-01' + n from generate_series(1, 50) n;

-- pending
alter table public.logs detach partition public.logs_2025;
