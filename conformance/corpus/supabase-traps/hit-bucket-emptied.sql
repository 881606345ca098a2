-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 14
-- why: The objects' rows are the only list of what is stored.
-- postgres: 15-18
-- rules: delete-without-where

insert into storage.buckets (id, name) values ('avatars', 'avatars');
insert into storage.objects (bucket_id, name) values ('avatars', 'a.png');

-- pending
delete from storage.objects;
