create unlogged table public.presence (room uuid, account uuid, seen timestamptz default now(), primary key (room, account));
