do $$
declare t text;
begin
  foreach t in array array['products', 'orders', 'addresses'] loop
    execute format('alter table public.%I add column updated_at timestamptz not null default now()', t);
  end loop;
end $$;
