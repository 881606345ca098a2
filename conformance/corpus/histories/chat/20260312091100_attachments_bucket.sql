insert into storage.buckets (id, name) values ('attachments', 'attachments');
create policy "members upload" on storage.objects for insert to authenticated with check (bucket_id = 'attachments' and (storage.foldername(name))[1] = auth.uid()::text);
