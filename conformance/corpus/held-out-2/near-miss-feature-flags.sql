-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A new table with its policy and its first rows.
-- postgres: 15-18

create table public.members (id bigint primary key, email text not null, phone text, joined_at date not null);
insert into public.members
  select n, 'member' || n || '@example.test', '+47 ' || n, date '2026-01-01' + n::int from generate_series(1, 50) n;

-- pending
create table if not exists public.feature_flags (
  name text primary key, enabled boolean not null default false, note text not null default '', changed_at timestamptz not null default now()
);
alter table public.feature_flags enable row level security;
create policy "everybody reads flags" on public.feature_flags for select to anon, authenticated using (true);
insert into public.feature_flags (name, enabled) values ('new-results', false), ('paywall', false) on conflict (name) do nothing;
comment on table public.feature_flags is 'drop table when every flag is on';
