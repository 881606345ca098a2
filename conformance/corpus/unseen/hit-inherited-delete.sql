-- data_loss: yes
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: 24
-- why: The whole table is emptied through a CTE.
-- postgres: 15-18
-- rules: delete-without-where

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
with gone as (delete from public.invoices returning amount)
select sum(amount) from gone;
