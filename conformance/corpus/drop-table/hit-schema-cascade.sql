-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: A schema is dropped with the tables in it.
-- postgres: 15-18
-- rules: drop-schema

create schema legacy;
create table legacy.invoices (id bigint primary key, amount numeric);
insert into legacy.invoices values (1, 10), (2, 20);

-- pending
drop schema legacy cascade;
