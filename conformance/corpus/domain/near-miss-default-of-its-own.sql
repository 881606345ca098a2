-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The domain's own default fills it.
-- postgres: 15-18

create domain public.colour as text default 'red';
create table public.cars (id int primary key);
insert into public.cars select generate_series(1, 50);

-- pending
alter table public.cars add column colour public.colour not null;
