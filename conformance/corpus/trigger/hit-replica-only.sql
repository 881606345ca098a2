-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: It fires for a replica's writer alone from then on.
-- postgres: 15-18
-- rules: disable-trigger

create table public.notes (id int primary key, body text, at timestamptz);
create function public.stamp() returns trigger language plpgsql as $$ begin new.at := now(); return new; end $$;
create trigger notes_stamp before update on public.notes for each row execute function public.stamp();

-- pending
alter table public.notes enable replica trigger notes_stamp;
