-- data_loss: yes
-- breaks_clients: either
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: Times are rounded to whole seconds.
-- postgres: 15-18
-- rules: narrow-column-type rewrite-table alter-column-type?

create table public.visits (id bigint primary key, seen_at timestamptz not null);
insert into public.visits select n, timestamptz '2026-01-01 00:00:00.123456+00' + n * interval '1 minute' from generate_series(1, 50) n;

-- pending
alter table public.visits alter column seen_at type timestamptz(0);
