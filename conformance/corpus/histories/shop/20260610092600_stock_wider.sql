alter table public.products alter column stock type bigint;
