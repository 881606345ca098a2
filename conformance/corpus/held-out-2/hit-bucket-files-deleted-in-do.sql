-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 16
-- why: Files of one bucket are deleted.
-- postgres: 15-18
-- rules: delete-rows

insert into storage.buckets (id, name) values ('reports', 'reports'), ('avatars', 'avatars');
insert into storage.objects (bucket_id, name) select (array['reports', 'avatars'])[n % 2 + 1], 'file ' || n from generate_series(1, 50) n;

-- pending
do $$
begin
  delete from storage.objects where bucket_id = 'reports';
end $$;
