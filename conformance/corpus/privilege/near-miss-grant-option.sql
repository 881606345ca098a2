-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Who may read may still read, and only hand it on no more.
-- postgres: 15-18

create table public.orders (id bigint primary key, total numeric);
grant select on public.orders to authenticated with grant option;

-- pending
revoke grant option for select on public.orders from authenticated;
