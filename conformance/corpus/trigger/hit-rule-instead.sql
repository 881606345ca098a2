-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 16
-- why: What clients insert is dropped without an error.
-- postgres: 15-18
-- rules: instead-rule

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new', note text
);
insert into public.orders (customer_id, note) select n, 'note ' || n from generate_series(1, 50) n;

-- pending
create rule swallow as on insert to public.orders do instead nothing;
