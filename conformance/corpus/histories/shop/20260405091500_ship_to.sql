alter table public.orders add column ship_to uuid references public.addresses (id) on delete set null;
