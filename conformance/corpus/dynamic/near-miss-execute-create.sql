-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A constant text that creates.
-- postgres: 15-18

-- pending
do $$ begin
  execute 'create table public.flags (name text primary key, enabled boolean not null default false)';
end $$;
