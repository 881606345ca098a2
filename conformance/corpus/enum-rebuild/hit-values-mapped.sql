-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 17
-- why: Two labels are folded into one: which one a row had is lost.
-- postgres: 15-18
-- rules: alter-column-type narrow-column-type rewrite-table drop-type? rename-other?

create type public.ticket_state as enum ('open', 'waiting', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null);
insert into public.tickets select n, (array['open', 'waiting', 'closed'])[1 + n % 3]::public.ticket_state from generate_series(1, 50) n;

-- pending
alter type public.ticket_state rename to ticket_state_old;
create type public.ticket_state as enum ('open', 'closed');
alter table public.tickets alter column state type public.ticket_state using (case state::text when 'waiting' then 'open' else state::text end)::public.ticket_state;
drop type public.ticket_state_old;
