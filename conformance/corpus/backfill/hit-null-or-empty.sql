-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: What is missing is filled as a whole, and more than that.
-- postgres: 15-18
-- rules: backfill

create table public.plots (id bigint generated always as identity primary key, town text, title text);
insert into public.plots (town, title) select 'town ' || n, case when n % 2 = 0 then '' end from generate_series(1, 50) n;

-- pending
update public.plots set title = 'Plot in ' || town where (title is null or title = '') and town is not null;
