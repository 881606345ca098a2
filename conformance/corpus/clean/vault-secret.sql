-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A secret's placeholder by name.
-- postgres: 15-18

-- pending
select vault.create_secret('not a secret', 'webhook_url');
