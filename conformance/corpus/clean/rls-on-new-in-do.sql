-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A loop that switches row level security on for this file's tables.
-- postgres: 15-18

-- pending
create table public.a1 (id int primary key);
create table public.a2 (id int primary key);
do $$
declare t text;
begin
  foreach t in array array['a1', 'a2'] loop
    execute format('alter table public.%I enable row level security', t);
  end loop;
end $$;
