begin;
set local lock_timeout = '2s';
lock table public.messages in access exclusive mode;
alter table public.messages alter column body set default '';
commit;
