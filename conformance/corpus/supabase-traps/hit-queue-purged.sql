-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: All messages that nobody has read are gone.
-- postgres: 15-18
-- rules: purge-queue

create extension if not exists pgmq;
select pgmq.create('mail');

-- pending
select pgmq.purge_queue('mail');
