-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 14
-- why: An exclusion constraint builds its index at once.
-- postgres: 15-18
-- rules: add-constraint build-constraint-index

create table public.bookings (id bigint primary key, during tstzrange);
insert into public.bookings select n, tstzrange(now() + n * interval '1 hour', now() + (n + 1) * interval '1 hour') from generate_series(1, 50) n;

-- pending
alter table public.bookings add constraint no_overlap exclude using gist (during with &&);
