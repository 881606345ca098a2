-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: TRUNCATE and DELETE are the names of privileges here.
-- postgres: 15-18

create table public.audit_log (id bigint generated always as identity primary key, what text);

-- pending
grant select, insert, update, delete, truncate, references, trigger on table public.audit_log to service_role;
