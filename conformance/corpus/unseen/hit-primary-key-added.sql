-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 14
-- why: The key builds an index and checks for NULL under ACCESS EXCLUSIVE.
-- postgres: 15-18
-- rules: add-constraint build-constraint-index set-not-null? scan-for-not-null?

create table public.logs (id bigint, line text);
insert into public.logs select n, 'l' from generate_series(1, 50) n;

-- pending
alter table public.logs add primary key (id);
