-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: The column goes with its type.
-- postgres: 15-18
-- rules: drop-type-columns

create type public.ticket_state as enum ('open', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null);
insert into public.tickets select n, 'open' from generate_series(1, 50) n;

-- pending
drop type public.ticket_state cascade;
