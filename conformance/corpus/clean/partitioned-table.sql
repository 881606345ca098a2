-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A partitioned table with its first partitions.
-- postgres: 15-18

-- pending
create table public.metrics (at timestamptz not null, name text not null, value double precision) partition by range (at);
create table public.metrics_2026 partition of public.metrics for values from ('2026-01-01') to ('2027-01-01');
create table public.metrics_rest partition of public.metrics default;
create index metrics_name_at on public.metrics (name, at);
