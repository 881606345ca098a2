create function public.touch() returns trigger language plpgsql as $$ begin new.updated_at = now(); return new; end $$;
create trigger touch_orders before update on public.orders for each row execute function public.touch();
