alter table public.products validate constraint stock_not_negative;
