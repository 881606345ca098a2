-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 15
-- why: Only two columns can still be read.
-- postgres: 15-18
-- rules: revoke

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
revoke select on public.members from anon;
grant select (id, joined_at) on public.members to anon;
