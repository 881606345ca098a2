-- data_loss: no
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 14
-- why: Old code writes and reads the old label.
-- postgres: 15-18
-- rules: rename-other

create type public.plan as enum ('free', 'pro');
create table public.accounts (id bigint primary key, plan public.plan not null default 'free');

-- pending
alter type public.plan rename value 'pro' to 'professional';
