-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: Old code writes and compares the old label.
-- postgres: 15-18
-- rules: rename-other

create type public.order_state as enum ('new', 'payed', 'sent');
create table public.tracked (id bigint primary key, state public.order_state not null default 'new');

-- pending
alter type public.order_state rename value 'payed' to 'paid';
