-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A block that only asks.
-- postgres: 15-18

-- pending
do $$
begin
  if not exists (select 1 from pg_extension where extname = 'pgcrypto') then
    raise exception 'pgcrypto is missing; run drop/create by hand';
  end if;
end
$$;
