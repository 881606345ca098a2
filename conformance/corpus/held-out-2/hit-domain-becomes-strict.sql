-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 15
-- why: Every table with a column of the domain is scanned under a lock.
-- postgres: 15-18
-- rules: set-not-null scan-for-not-null

create domain public.title_text as text;
create table public.books (id bigint primary key, title public.title_text);
insert into public.books select n, 'book ' || n from generate_series(1, 50) n;

-- pending
alter domain public.title_text set not null;
