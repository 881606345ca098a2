create table public.invitations (
  token text primary key default encode(extensions.gen_random_bytes(16), 'hex'),
  org uuid not null references public.organisations (id) on delete cascade,
  email text not null,
  expires_at timestamptz not null default now() + interval '7 days'
);
