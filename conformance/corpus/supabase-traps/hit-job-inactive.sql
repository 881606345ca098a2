-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 13
-- why: The job is there, and never runs.
-- postgres: 15-18
-- rules: unschedule-job

select cron.schedule('nightly', '0 3 * * *', 'select 1');

-- pending
update cron.job set active = false where jobname = 'nightly';
