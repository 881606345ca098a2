alter table public.tasks validate constraint done_there;
