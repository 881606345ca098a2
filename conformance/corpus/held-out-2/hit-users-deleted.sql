-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 13
-- why: Accounts go.
-- postgres: 15-18
-- rules: delete-rows

insert into auth.users (id, email) select gen_random_uuid(), 'user' || n || '@example.test' from generate_series(1, 50) n;

-- pending
delete from auth.users where email like '%3@example.test';
