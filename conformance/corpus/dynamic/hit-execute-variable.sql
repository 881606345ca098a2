-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 22
-- why: What runs is in a variable made from the catalog: no reader of the text can know.
-- postgres: 15-18
-- rules: drop-table opaque-sql?

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;

-- pending
do $$
declare command text;
begin
  select 'drop ' || 'table public.' || quote_ident(relname) into command from pg_class where relname = 'orders';
  execute command;
end $$;
