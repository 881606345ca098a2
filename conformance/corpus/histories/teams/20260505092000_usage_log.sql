create table public.usage_log (at timestamptz not null, org uuid, amount int) partition by range (at);
create table public.usage_log_2026 partition of public.usage_log for values from ('2026-01-01') to ('2027-01-01');
create table public.usage_log_rest partition of public.usage_log default;
