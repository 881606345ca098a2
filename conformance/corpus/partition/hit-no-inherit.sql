-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: Whoever asks the parent no longer gets the child's rows.
-- postgres: 15-18
-- rules: detach-partition

create table public.parents (id int, note text);
create table public.children (extra text) inherits (public.parents);
insert into public.children select n, 'note ' || n, 'x' from generate_series(1, 50) n;

-- pending
alter table public.children no inherit public.parents;
