-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: The queue goes with the messages in it.
-- postgres: 15-18
-- rules: drop-queue

create extension if not exists pgmq;
select pgmq.create('mail');

-- pending
select pgmq.drop_queue('mail');
