-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: Each partition's index is built while its writes wait.
-- postgres: 15-18
-- rules: build-index

create table public.events (id bigint not null, at date not null, body text) partition by range (at);
create table public.events_2026 partition of public.events for values from ('2026-01-01') to ('2027-01-01');
insert into public.events select n, date '2026-01-01' + n, 'event ' || n from generate_series(1, 50) n;

-- pending
create index events_at on public.events (at);
