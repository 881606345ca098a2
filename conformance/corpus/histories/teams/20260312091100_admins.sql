create function public.is_admin(org uuid) returns boolean language sql stable as $$
  select exists (select from public.members m where m.org = is_admin.org and m.account = auth.uid() and m.role in ('owner', 'admin'))
$$;
