alter table public.members alter column role drop default;
alter type public.member_role rename to member_role_old;
create type public.member_role as enum ('owner', 'admin', 'member', 'guest');
alter table public.members alter column role type public.member_role using role::text::public.member_role;
alter table public.members alter column role set default 'member';
