-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 16
-- why: The copy that replaces the table lacks a column, and the rows of half of the members.
-- postgres: 15-18
-- rules: drop-table rename-table?

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
create table public.members_new as select id, email, joined_at from public.members where id % 2 = 0;
drop table public.members;
alter table public.members_new rename to members;
