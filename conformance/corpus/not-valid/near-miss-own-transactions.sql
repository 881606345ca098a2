-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 19
-- why: The file itself commits between the two.
-- postgres: 15-18
-- rules: add-constraint

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
begin;
alter table public.orders add constraint total_not_negative check (total >= 0) not valid;
commit;
begin;
alter table public.orders validate constraint total_not_negative;
commit;
