create type public.message_state as enum ('sent', 'edited', 'removed');
alter table public.messages add column state public.message_state not null default 'sent';
