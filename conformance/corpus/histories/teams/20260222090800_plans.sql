create table public.plans (id text primary key, seats int, price int not null default 0);
insert into public.plans values ('free', 3, 0), ('team', 20, 4900), ('enterprise', null, 0);
