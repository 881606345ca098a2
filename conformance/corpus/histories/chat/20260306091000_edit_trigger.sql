create or replace function public.mark_edited() returns trigger language plpgsql as $fn$
begin
  if new.body is distinct from old.body then
    new."editedAt" := now();
    new.state := 'edited';
  end if;
  return new;
end;
$fn$;
create trigger mark_edited before update of body on public.messages for each row execute function public.mark_edited();
