-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The table was made by another file of the same change set.
-- postgres: 15-18

-- pending
create table public.events (id bigint primary key, kind text not null);

-- pending
create index events_kind on public.events (kind);
