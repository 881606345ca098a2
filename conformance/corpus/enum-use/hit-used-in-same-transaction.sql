-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: either
-- line: none
-- why: The new label cannot be used before COMMIT: 55P04.
-- postgres: 15-18
-- rules: label-too-soon
-- fails: 55P04

create type public.ticket_state as enum ('open', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null);

-- pending
alter type public.ticket_state add value 'archived';
insert into public.tickets values (1, 'archived');
