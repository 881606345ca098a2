-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: Checked and rewritten row by row.
-- postgres: 15-18
-- rules: alter-column-type rewrite-table

create table public.refs (id bigint primary key, ref text);
insert into public.refs select n, gen_random_uuid()::text from generate_series(1, 50) n;

-- pending
alter table public.refs alter column ref type uuid using ref::uuid;
