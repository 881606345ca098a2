create table public.responses (
  session_id uuid not null references public.sessions (id) on delete cascade,
  item_id text not null references public.assessment_items (id),
  value smallint not null check (value between 1 and 5),
  answered_at timestamptz not null default now(),
  primary key (session_id, item_id)
);
