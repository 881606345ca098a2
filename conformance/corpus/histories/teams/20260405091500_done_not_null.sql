alter table public.tasks add constraint done_there check (done is not null) not valid;
