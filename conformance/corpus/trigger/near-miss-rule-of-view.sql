-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A view comes to take what is inserted into it.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new', note text
);
insert into public.orders (customer_id, note) select n, 'note ' || n from generate_series(1, 50) n;
create view public.open_orders as select id, note from public.orders;

-- pending
create rule take as on insert to public.open_orders do instead insert into public.orders (note) values (new.note);
