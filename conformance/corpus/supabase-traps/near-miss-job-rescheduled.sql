-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The same job at another hour.
-- postgres: 15-18

create extension if not exists pg_cron;
select cron.schedule('nightly', '0 3 * * *', 'select 1');

-- pending
select cron.unschedule('nightly');
select cron.schedule('nightly', '0 5 * * *', 'select 1');
