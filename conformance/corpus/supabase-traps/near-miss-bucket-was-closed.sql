-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: It was not public before either.
-- postgres: 15-18

insert into storage.buckets (id, name) values ('avatars', 'avatars');

-- pending
update storage.buckets set public = false where id = 'avatars';
