-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 16
-- why: The search path leads to another schema.
-- postgres: 15-18
-- rules: drop-table

create schema billing;
create table billing.receipts (id bigint primary key, total numeric);
insert into billing.receipts select n, n from generate_series(1, 50) n;

-- pending
set search_path to billing, public;
drop table receipts;
