-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: The schema goes with its rows and is made anew.
-- postgres: 15-18
-- rules: drop-schema

create schema analytics;
create table analytics.daily (day date primary key, visits int not null);
insert into analytics.daily select date '2026-01-01' + n, n from generate_series(1, 50) n;

-- pending
drop schema if exists analytics cascade;
create schema analytics;
create table analytics.daily (day date primary key, visits int not null);
