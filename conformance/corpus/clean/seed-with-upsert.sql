-- data_loss: either
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A catalogue that is kept up to date by its key.
-- postgres: 15-18

create table public.plans (id text primary key, price int not null);
insert into public.plans values ('free', 0);

-- pending
insert into public.plans (id, price) values ('free', 0), ('team', 2900)
on conflict (id) do update set price = excluded.price;
