-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A join table with foreign keys to existing tables.
-- postgres: 15-18

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
create table public.tags (id bigint primary key, name text not null);

-- pending
create table public.order_tags (
  order_id bigint not null references public.orders (id) on delete cascade,
  tag_id bigint not null references public.tags (id) on delete cascade,
  primary key (order_id, tag_id)
);
create index order_tags_tag_idx on public.order_tags (tag_id);
