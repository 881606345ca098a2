-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 15
-- why: CASCADE takes the columns of the domain.
-- postgres: 15-18
-- rules: drop-type-columns

create domain public.mail_address as text check (value like '%@%');
create table public.contacts (id bigint primary key, email public.mail_address);
insert into public.contacts select n, 'c' || n || '@example.test' from generate_series(1, 50) n;

-- pending
drop domain public.mail_address cascade;
