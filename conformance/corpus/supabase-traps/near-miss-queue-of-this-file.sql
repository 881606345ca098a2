-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The queue was made by the same file.
-- postgres: 15-18

create extension if not exists pgmq;

-- pending
select pgmq.create('tried');
select pgmq.drop_queue('tried');
