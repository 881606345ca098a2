-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: no
-- line: 17
-- why: Visitors reach nothing in the schema.
-- postgres: 15-18
-- rules: revoke

create schema catalogue;
grant usage on schema catalogue to anon, authenticated;
create table catalogue.items (id bigint primary key, name text);
insert into catalogue.items select n, 'item ' || n from generate_series(1, 50) n;
grant select on catalogue.items to anon, authenticated;

-- pending
revoke usage on schema catalogue from anon;
