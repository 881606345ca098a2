-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Types that are new.
-- postgres: 15-18

-- pending
create domain public.email_address as text check (value ~ '^[^@]+@[^@]+$');
create type public.money_amount as (amount numeric, currency text);
create table public.leads (id bigint generated always as identity primary key, email public.email_address, value public.money_amount);
