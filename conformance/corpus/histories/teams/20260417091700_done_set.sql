alter table public.tasks alter column done set not null;
alter table public.tasks drop constraint done_there;
