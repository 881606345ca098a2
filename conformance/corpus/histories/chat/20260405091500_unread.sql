create table public.last_read (room uuid references public.rooms (id) on delete cascade, account uuid, message bigint, primary key (room, account));
create view public.unread with (security_invoker = on) as
select r.room, r.account, count(*) as messages from public.last_read r join public.messages m on m."roomId" = r.room and m.id > coalesce(r.message, 0) group by 1, 2;
