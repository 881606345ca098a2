create table public.members (
  org uuid references public.organisations (id) on delete cascade,
  account uuid references auth.users (id) on delete cascade,
  role public.member_role not null default 'member',
  primary key (org, account)
);
