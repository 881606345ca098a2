-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: The words are data.
-- postgres: 15-18

-- pending
create table public.help_pages (slug text primary key, body text);
insert into public.help_pages values
  ('dangers', 'Never run DROP TABLE users; or DELETE FROM users;'),
  ('escape', E'it\'s fine; truncate table x; --'),
  ('dollar', $t$alter table a drop column b; drop schema public cascade;$t$);
