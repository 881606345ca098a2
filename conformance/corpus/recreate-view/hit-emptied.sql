-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: Whoever reads it is refused until somebody refreshes it (55000).
-- postgres: 15-18
-- rules: unpopulated-view

create table public.orders (id bigint primary key, total numeric);
create materialized view public.totals as select sum(total) as total from public.orders;

-- pending
refresh materialized view public.totals with no data;
