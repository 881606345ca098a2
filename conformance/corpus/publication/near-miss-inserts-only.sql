-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Who only tells of new rows need not tell them apart.
-- postgres: 15-18

create table public.notes (id int, body text);
insert into public.notes select n, 'body ' || n from generate_series(1, 50) n;

-- pending
create publication news for table public.notes with (publish = 'insert');
