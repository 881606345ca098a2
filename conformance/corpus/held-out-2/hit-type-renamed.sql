-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: Casts to the old name fail.
-- postgres: 15-18
-- rules: rename-other

create type public.ticket_state as enum ('open', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null default 'open');
insert into public.tickets select n, 'open' from generate_series(1, 50) n;

-- pending
alter type public.ticket_state rename to ticket_status;
