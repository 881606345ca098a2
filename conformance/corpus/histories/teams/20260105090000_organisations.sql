create table public.organisations (id uuid primary key default gen_random_uuid(), name text not null, slug text unique);
