-- data_loss: no
-- breaks_clients: either
-- tightens: yes
-- lock_hazard: no
-- line: 14
-- why: Nothing tells its rows apart, so every UPDATE and DELETE of it is refused from then on (55000).
-- postgres: 15-18
-- rules: no-replica-identity

create table public.notes (id int, body text);
insert into public.notes select n, 'body ' || n from generate_series(1, 50) n;

-- pending
alter publication supabase_realtime add table public.notes;
