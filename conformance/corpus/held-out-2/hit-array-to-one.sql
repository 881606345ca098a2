-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 14
-- why: Only the first of several values stays.
-- postgres: 15-18
-- rules: alter-column-type narrow-column-type rewrite-table

create table public.articles (id bigint primary key, tags text[] not null);
insert into public.articles select n, array['a' || n, 'b' || n] from generate_series(1, 50) n;

-- pending
alter table public.articles alter column tags type text using tags[1];
