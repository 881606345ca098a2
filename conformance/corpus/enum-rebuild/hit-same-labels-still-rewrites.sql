-- data_loss: no
-- breaks_clients: either
-- tightens: no
-- lock_hazard: yes
-- line: 17
-- why: All labels survive, so no client breaks; the table is rewritten under ACCESS EXCLUSIVE.
-- postgres: 15-18
-- rules: rewrite-table alter-column-type? drop-type? rename-other?

create type public.ticket_state as enum ('open', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null);
insert into public.tickets select n, 'open' from generate_series(1, 50) n;

-- pending
alter type public.ticket_state rename to ticket_state_old;
create type public.ticket_state as enum ('open', 'closed', 'archived');
alter table public.tickets alter column state type public.ticket_state using state::text::public.ticket_state;
drop type public.ticket_state_old;
