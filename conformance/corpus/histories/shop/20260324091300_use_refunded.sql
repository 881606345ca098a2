create index orders_refunded_idx on public.orders (id) where state = 'refunded';
