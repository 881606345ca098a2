insert into public.products (sku, title, price) values
  ('A-1', 'Mug', 9.50), ('A-2', 'Pen; blue', 1.20), ('A-3', 'Drop table, oak', 399)
on conflict (sku) do nothing;
