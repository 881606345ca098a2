alter table public.messages add column tokens tsvector;
update public.messages set tokens = to_tsvector('simple', body);
