drop table public.presence;
