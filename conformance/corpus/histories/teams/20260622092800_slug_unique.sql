alter table public.organisations drop constraint organisations_slug_key;
create unique index organisations_slug_lower on public.organisations (lower(slug));
