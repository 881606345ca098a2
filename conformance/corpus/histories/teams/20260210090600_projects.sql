create table if not exists public.projects (id uuid primary key default gen_random_uuid(), org uuid not null references public.organisations (id), name text not null);
create index if not exists projects_org_idx on public.projects (org);
