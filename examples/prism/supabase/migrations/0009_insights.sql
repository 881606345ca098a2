-- What a result means in words, a row a facet, written by score_prism from v1.3 on.
create table public.insights (
  session_id uuid not null references public.sessions (id) on delete cascade,
  facet text not null,
  position smallint not null,
  band text not null check (band in ('low', 'middle', 'high')),
  headline text not null,
  body text not null,
  created_at timestamptz not null default now(),
  primary key (session_id, facet)
);

alter table public.insights enable row level security;
grant select on public.insights to authenticated;
grant all on public.insights to service_role;
