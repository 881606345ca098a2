-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: 20
-- why: The backslash is an ordinary character in a standard string, so the string ends and the deletion runs.
-- postgres: 15-18
-- rules: delete-without-where

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.paths (path text);

-- pending
insert into public.paths values ('c:\');
delete from public.orders; -- ');
