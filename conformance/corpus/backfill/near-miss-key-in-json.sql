-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A key of the document chooses the rows.
-- postgres: 15-18

create table public.sheets (id bigint generated always as identity primary key, body jsonb);
insert into public.sheets (body) select jsonb_build_object('cells', n) from generate_series(1, 50) n;
insert into public.sheets (body) values ('{"draft": true}');

-- pending
update public.sheets set body = body - 'draft' where body ? 'draft';
