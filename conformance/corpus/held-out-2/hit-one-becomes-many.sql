-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 16
-- why: The answer was one row and is a set of rows.
-- postgres: 15-18
-- rules: drop-function

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;
create function public.member_of(member bigint) returns public.members language sql stable as 'select * from public.members where id = member';

-- pending
drop function public.member_of(bigint);
create function public.member_of(member bigint) returns setof public.members language sql stable as 'select * from public.members where id = member';
