alter table public.addresses rename column town to city;
