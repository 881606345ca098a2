comment on table public.tasks is 'Never DELETE FROM tasks without asking; see /* handbook */';
comment on column public.tasks.done is $$true once it is done; drop it never$$;
