-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A body that deletes, drops and truncates, only defined.
-- postgres: 15-18

-- pending
create function public.delete_my_account() returns void language sql security definer set search_path = '' as $_$
  delete from auth.users where id = auth.uid();
$_$;
create function public.reset_demo() returns void language plpgsql as $_$
begin
  execute 'truncate table public.demo';
  drop table if exists public.demo_copy;
end $_$;
