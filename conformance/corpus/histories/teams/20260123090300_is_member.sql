create function public.is_member(org uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from public.members m where m.org = is_member.org and m.account = auth.uid())
$$;
