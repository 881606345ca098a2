alter table public.tasks alter column title type text;
