insert into public.rooms (name) values ('general'), ('random'), ('it''s quiet; too quiet');
