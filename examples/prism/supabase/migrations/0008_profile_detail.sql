-- How the scores of a profile came about. Null for profiles made before v1.3.
alter table public.profiles add column detail jsonb;
