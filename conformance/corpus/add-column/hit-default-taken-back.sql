-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 17
-- why: The new column must not be null, and once its default is gone, what old code inserts is refused.
-- postgres: 15-18
-- rules: drop-default

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new', note text
);
insert into public.orders (customer_id, note) select n, 'note ' || n from generate_series(1, 50) n;

-- pending
alter table public.orders add column kind text not null default 'plain';
alter table public.orders alter column kind drop default;
