-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: The condition is true: the old column is there.
-- postgres: 15-18
-- rules: drop-column

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
do $$
begin
  if exists (select from information_schema.columns
             where table_schema = 'public' and table_name = 'members' and column_name = 'phone') then
    alter table public.members drop column phone;
  end if;
end $$;
