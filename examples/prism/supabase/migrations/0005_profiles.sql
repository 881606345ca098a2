-- The result of a session. Unique by session: finalizing twice finds the first profile instead of making another.
create table public.profiles (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null unique references public.sessions (id) on delete cascade,
  style text not null,
  facets jsonb not null,
  results_version text not null,
  created_at timestamptz not null default now()
);
