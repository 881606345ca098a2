-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 16
-- why: The check is not validated and proves nothing: the table is scanned.
-- postgres: 15-18
-- rules: set-not-null scan-for-not-null

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;
alter table public.members add constraint members_phone_there check (phone is not null) not valid;

-- pending
alter table public.members alter column phone set not null;
