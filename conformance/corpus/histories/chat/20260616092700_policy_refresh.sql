do $$
begin
  if exists (select from pg_policies where schemaname = 'public' and policyname = 'write_messages') then
    drop policy write_messages on public.messages;
  end if;
  create policy write_messages on public.messages for insert to authenticated with check (author = (select auth.uid()));
end $$;
