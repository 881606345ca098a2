-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Constraints of tables that are new in this set, in a later file of it.
-- postgres: 15-18

-- pending
create table public.rooms (id bigint primary key, seats int);
insert into public.rooms values (1, 2), (2, 4);

-- pending
alter table public.rooms add constraint seats_positive check (seats > 0);
create index rooms_seats on public.rooms (seats);
