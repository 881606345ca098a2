alter table public.tasks add column if not exists tags text[] not null default '{}';
