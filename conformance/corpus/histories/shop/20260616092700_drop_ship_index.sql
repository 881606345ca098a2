drop index concurrently if exists public.orders_refunded_idx;
