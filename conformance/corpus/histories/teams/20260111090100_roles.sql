do $$ begin
  create type public.member_role as enum ('owner', 'member');
exception when duplicate_object then null;
end $$;
