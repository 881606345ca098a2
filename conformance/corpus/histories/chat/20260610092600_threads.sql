alter table public.messages add column thread bigint references public.messages (id) on delete cascade;
create index messages_thread on public.messages (thread) where thread is not null;
