-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 16
-- why: PostgreSQL reads the default partition under ACCESS EXCLUSIVE: none of its rows may belong into the new one.
-- postgres: 15-18
-- rules: attach-scan

create table public.logs (at date not null, line text) partition by range (at);
create table public.logs_2025 partition of public.logs for values from ('2025-01-01') to ('2026-01-01');
create table public.logs_rest partition of public.logs default;
insert into public.logs select date '2030-01-01' + n, 'line ' || n from generate_series(1, 50) n;

-- pending
create table public.logs_2027 partition of public.logs for values from ('2027-01-01') to ('2028-01-01');
