-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: yes
-- line: 15
-- why: Every row is rewritten, and casts to the enum fail to compare.
-- postgres: 15-18
-- rules: alter-column-type rewrite-table

create type public.ticket_state as enum ('open', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null);
insert into public.tickets select n, 'open' from generate_series(1, 50) n;

-- pending
alter table public.tickets alter column state type text;
