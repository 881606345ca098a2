-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: There is no such table, so nothing is dropped.
-- postgres: 15-18

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
do $$
begin
  if exists (select from pg_tables where schemaname = 'public' and tablename = 'members_2019') then
    drop table public.members_2019;
  end if;
end $$;
