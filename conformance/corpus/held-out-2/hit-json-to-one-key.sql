-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: One key of several stays.
-- postgres: 15-18
-- rules: alter-column-type narrow-column-type rewrite-table

create table public.settings (id bigint primary key, value jsonb not null);
insert into public.settings select n, jsonb_build_object('theme', 'dark', 'size', n) from generate_series(1, 50) n;

-- pending
alter table public.settings alter column value type text using value ->> 'theme';
