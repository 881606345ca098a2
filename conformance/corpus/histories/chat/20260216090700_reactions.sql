create table public.reactions (message bigint references public.messages on delete cascade, account uuid, emoji text, primary key (message, account, emoji));
