-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Added in one file, used in the next.
-- postgres: 15-18

create type public.ticket_state as enum ('open', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null);

-- pending
alter type public.ticket_state add value 'archived';

-- pending
insert into public.tickets values (1, 'archived');
