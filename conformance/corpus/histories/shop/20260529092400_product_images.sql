insert into storage.buckets (id, name, public) values ('products', 'products', true) on conflict do nothing;
create policy "product images are public" on storage.objects for select using (bucket_id = 'products');
