-- What each scorer found, a row a facet, from 0 to 100.
create table public.scores (
  session_id uuid not null references public.sessions (id) on delete cascade,
  source text not null check (source in ('scale', 'choice')),
  facet text not null,
  score numeric(5, 2) not null check (score between 0 and 100),
  results_version text not null,
  scored_at timestamptz not null default now(),
  primary key (session_id, source, facet)
);
