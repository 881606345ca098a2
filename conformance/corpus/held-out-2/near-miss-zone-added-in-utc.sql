-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: In UTC both types keep the same bytes: no row is written.
-- postgres: 15-18
-- rules: alter-column-type?

create table public.logins (id bigint primary key, at timestamp not null);
insert into public.logins select n, timestamp '2026-01-01' + n * interval '1 hour' from generate_series(1, 50) n;

-- pending
set local timezone = 'UTC';
alter table public.logins alter column at type timestamptz;
