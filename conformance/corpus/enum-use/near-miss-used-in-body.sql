-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A function's text mentions the label and runs later.
-- postgres: 15-18

create type public.ticket_state as enum ('open', 'closed');
create table public.tickets (id bigint primary key, state public.ticket_state not null);

-- pending
alter type public.ticket_state add value 'archived';
create function public.archive(ticket bigint) returns void language plpgsql as $$ begin
  update public.tickets set state = 'archived' where id = ticket;
end $$;
