create index concurrently if not exists tasks_tags_idx on public.tasks using gin (tags);
