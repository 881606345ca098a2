-- data_loss: no
-- breaks_clients: either
-- tightens: yes
-- lock_hazard: no
-- line: 13
-- why: What was read by its public address needs a signature now.
-- postgres: 15-18
-- rules: restrict-bucket

insert into storage.buckets (id, name, public) values ('avatars', 'avatars', true);

-- pending
update storage.buckets set public = false where id = 'avatars';
