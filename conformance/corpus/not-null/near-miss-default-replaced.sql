-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The default is another.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new', note text
);
insert into public.orders (customer_id, note) select n, 'note ' || n from generate_series(1, 50) n;

-- pending
alter table public.orders alter column status drop default;
alter table public.orders alter column status set default 'open';
