-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A file of one comment is applied and recorded.
-- postgres: 15-18

-- pending
-- placeholder: the table was made by hand in March
