-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: yes
-- line: 23
-- why: The batches of a loop without COMMIT are one transaction all the same.
-- postgres: 15-18
-- rules: backfill

create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint, status text not null default 'new',
  total numeric(10,2) not null default 0, note text, created_at timestamptz not null default now()
);
insert into public.orders (customer_id, status, total, note)
  select n, 'new', n + 0.25, 'note number ' || n from generate_series(1, 50) n;
alter table public.orders add column channel text;

-- pending
do $$
declare changed bigint;
begin
  loop
    update public.orders set channel = 'web' where id in (select id from public.orders where channel is null limit 10);
    get diagnostics changed = row_count;
    exit when changed = 0;
  end loop;
end $$;
