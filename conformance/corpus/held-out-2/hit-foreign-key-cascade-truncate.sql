-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 17
-- why: CASCADE empties the table that refers to the emptied one.
-- postgres: 15-18
-- rules: truncate

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;
create table public.badges (id bigint primary key, member_id bigint not null references public.members, label text);
insert into public.badges select n, n, 'badge ' || n from generate_series(1, 50) n;

-- pending
truncate public.members cascade;
