-- One run through the questions. Whoever holds the token may read and write it; only the token's hash is kept.
create table public.sessions (
  id uuid primary key default gen_random_uuid(),
  respondent uuid not null,
  user_id uuid,
  token_hash text not null,
  attempt_no integer not null default 1 check (attempt_no > 0),
  status text not null default 'started' check (status in ('started', 'completed')),
  created_at timestamptz not null default now(),
  completed_at timestamptz
);

create index sessions_respondent on public.sessions (respondent, status);
