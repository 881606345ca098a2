create table public.attachments (id uuid primary key default extensions.uuid_generate_v4(), message bigint not null references public.messages (id), path text not null);
