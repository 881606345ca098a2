-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: The job is gone with its schedule.
-- postgres: 15-18
-- rules: unschedule-job

create extension if not exists pg_cron;
select cron.schedule('nightly', '0 3 * * *', 'select 1');

-- pending
select cron.unschedule('nightly');
