-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The whole row tells which one was changed.
-- postgres: 15-18

create table public.notes (id int, body text);
alter table public.notes replica identity full;
insert into public.notes select n, 'body ' || n from generate_series(1, 50) n;

-- pending
alter publication supabase_realtime add table public.notes;
