create table public.reports (id bigint generated always as identity primary key, message bigint references public.messages (id) on delete cascade, reason text check (length(reason) < 500));
revoke all on public.reports from anon;
