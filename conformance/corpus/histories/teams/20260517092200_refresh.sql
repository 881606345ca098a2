create function public.refresh_usage() returns void language plpgsql security definer as $body$
begin
  -- truncate would be quicker, and wrong
  refresh materialized view concurrently public.usage_by_org;
end $body$;
revoke all on function public.refresh_usage() from public, anon, authenticated;
grant execute on function public.refresh_usage() to service_role;
