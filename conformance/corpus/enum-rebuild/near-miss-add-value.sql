-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A label more, in place.
-- postgres: 15-18

create type public.ticket_state as enum ('open', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null);

-- pending
alter type public.ticket_state add value if not exists 'archived' after 'closed';
