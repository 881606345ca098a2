-- data_loss: scoped
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 14
-- why: DISTINCT ON chooses one row of each group.
-- postgres: 15-18
-- rules: delete-rows

create table public.visits (id bigint generated always as identity primary key, guest text not null, at timestamptz default now());
insert into public.visits (guest) select 'guest ' || n % 5 from generate_series(1, 50) n;

-- pending
delete from public.visits where id in (select distinct on (guest) id from public.visits order by guest, id);
