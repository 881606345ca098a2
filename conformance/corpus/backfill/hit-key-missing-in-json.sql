-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: Whichever document has no such key, which are all that were written before.
-- postgres: 15-18
-- rules: backfill

create table public.sheets (id bigint generated always as identity primary key, body jsonb, kept jsonb);
insert into public.sheets (body) select jsonb_build_object('cells', n) from generate_series(1, 50) n;

-- pending
update public.sheets set body = body || '{"notes": []}' where body is not null and not (body ? 'notes');
