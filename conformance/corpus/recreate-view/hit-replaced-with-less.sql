-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: PostgreSQL refuses it: a column of the view would be gone.
-- postgres: 15-18
-- rules: replace-mismatch
-- fails: 42P16

create table public.orders (id bigint primary key, status text, total numeric);
create view public.open_orders as select id, status, total from public.orders;

-- pending
create or replace view public.open_orders as select id, status from public.orders;
