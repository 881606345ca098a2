-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Rows for a table that exists.
-- postgres: 15-18

create table public.countries (code text primary key, name text not null);

-- pending
insert into public.countries (code, name) values ('NO', 'Norway'), ('PT', 'Portugal'), ('CI', 'Côte d''Ivoire')
on conflict (code) do nothing;
