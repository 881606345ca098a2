-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A body in a body, with words in strings.
-- postgres: 15-18

-- pending
create function public.make_report() returns text language plpgsql as $outer$
declare sql text := $inner$ delete from nothing; drop table nothing; $inner$;
begin
  return format($q$ -- drop schema %I $q$, sql);
end $outer$;
