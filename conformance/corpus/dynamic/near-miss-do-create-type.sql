-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The idiom for a type that may exist.
-- postgres: 15-18

-- pending
do $$ begin
  create type public.plan_kind as enum ('free', 'paid');
exception when duplicate_object then null;
end $$;
