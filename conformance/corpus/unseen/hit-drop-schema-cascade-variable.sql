-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 19
-- why: The name is built from a variable that is set above.
-- postgres: 15-18
-- rules: drop-schema

create schema legacy;
create table legacy.scores (id bigint primary key, points int);
insert into legacy.scores select n, n from generate_series(1, 50) n;

-- pending
do $$
declare
  doomed constant text := 'legacy';
begin
  execute format('drop schema if exists %I cascade', doomed);
end $$;
