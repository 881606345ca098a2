-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: The table is renamed; the view in its place has one column fewer.
-- postgres: 15-18
-- rules: rename-table

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
alter table public.members rename to members_all;
create view public.members with (security_invoker = true) as select id, email, joined_at from public.members_all;
