-- data_loss: no
-- breaks_clients: either
-- tightens: yes
-- lock_hazard: no
-- line: 16
-- why: Old code leaves the status out, and it must not be null.
-- postgres: 15-18
-- rules: drop-default

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new', note text
);
insert into public.orders (customer_id, note) select n, 'note ' || n from generate_series(1, 50) n;

-- pending
alter table public.orders alter column status drop default;
