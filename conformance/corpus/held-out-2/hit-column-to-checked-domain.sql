-- data_loss: no
-- breaks_clients: either
-- tightens: yes
-- lock_hazard: yes
-- line: 16
-- why: The domain's check is tried on every row.
-- postgres: 15-18
-- rules: rewrite-table add-constraint alter-column-type?

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;
create domain public.mail_address as text check (value like '%@%');

-- pending
alter table public.members alter column email type public.mail_address;
