-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The second file takes back what the first one made.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
create table public.drafts (id bigint primary key, body text);
alter table public.orders add column draft_id bigint;
create function public.draft_of(which bigint) returns text language sql as 'select body from public.drafts where id = which';

-- pending
drop function public.draft_of(bigint);
alter table public.orders drop column draft_id;
drop table public.drafts;
