-- data_loss: yes
-- breaks_clients: yes
-- tightens: no
-- lock_hazard: no
-- line: 32
-- why: The statements are made by a query and run one by one.
-- postgres: 15-18
-- rules: drop-column opaque-sql?

create table public.members (
  id uuid primary key default gen_random_uuid(), user_id uuid, email text not null, plan text not null default 'free',
  seats int not null default 1, settings jsonb not null default '{}', joined_at timestamptz not null default now()
);
create table public.invoices (
  id bigint generated always as identity primary key, member_id uuid references public.members (id), amount numeric(12,2) not null,
  currency text not null default 'EUR', paid boolean not null default false, issued_on date not null default current_date
);
insert into public.members (email, seats) select 'm' || n || '@example.test', n from generate_series(1, 50) n;
insert into public.invoices (member_id, amount) select id, 10 from public.members;
alter table public.members enable row level security;
create policy "Members read themselves" on public.members for select to authenticated using (auth.uid() = user_id);

-- pending
do $$
declare
  command record;
begin
  for command in
    select format('alter table %I.%I drop column if exists settings', table_schema, table_name) as run
    from information_schema.columns where column_name = 'settings' and table_schema = 'public'
  loop
    execute command.run;
  end loop;
end $$;
