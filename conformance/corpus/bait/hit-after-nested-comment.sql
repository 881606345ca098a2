-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 19
-- why: The comment ends where PostgreSQL ends nested comments, and the drop stands after it.
-- postgres: 15-18
-- rules: drop-table

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
/* an outer /* and an inner one */ still a comment */
drop /* not a comment's text */ table -- nor this
  public.orders;
