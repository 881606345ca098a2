-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The table is empty and unknown.
-- postgres: 15-18

-- pending
create table public.events (id bigint generated always as identity primary key, kind text not null, at timestamptz not null default now());
create index events_kind on public.events (kind);
create unique index events_at_kind on public.events (at, kind);
