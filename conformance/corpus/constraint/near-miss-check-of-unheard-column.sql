-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 17
-- why: The column is new whatever IF NOT EXISTS leaves open: no file before names it. The check is validated under a lock.
-- postgres: 15-18
-- rules: scan-for-constraint

create table public.notes (
  id bigint generated always as identity primary key, owner_id uuid, body text not null, shared boolean not null default false
);
insert into public.notes (body) select 'note ' || n from generate_series(1, 50) n;

-- pending
alter table public.notes add column if not exists days int not null default 30;
alter table public.notes add constraint notes_days_positive check (days > 0);
