-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: What looks like commands stands in strings.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create table public.help_texts (topic text primary key, body text not null);
insert into public.help_texts values
  ('reset', $outer$Run $$truncate public.orders;$$ only in a test database.$outer$),
  ('quote', E'It''s \'drop table public.orders;\' that you must not type'),
  ('unicode', U&'\0064rop table');
