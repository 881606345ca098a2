-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: Several words become one of two values.
-- postgres: 15-18
-- rules: alter-column-type narrow-column-type rewrite-table

create table public.tasks (id bigint primary key, state text not null);
insert into public.tasks select n, (array['open', 'waiting', 'done'])[n % 3 + 1] from generate_series(1, 50) n;

-- pending
alter table public.tasks alter column state type boolean using (state = 'done');
