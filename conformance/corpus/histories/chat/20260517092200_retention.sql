create function public.forget_old() returns bigint language plpgsql as $$
declare n bigint;
begin
  delete from public.messages where "sentAt" < now() - interval '1 year';
  get diagnostics n = row_count;
  return n;
end $$;
