create schema app;
create role reporter nologin;
create type public.mood as enum ('sad', 'ok', 'happy');
create type public.address as (street text, city text);
create type public.span as range (subtype = int4);
create domain public.email as text check (value like '%@%');
create domain public.label as text not null default 'x';
create sequence public.invoice_no;
create table public.customers (id bigint generated always as identity primary key, email text not null, name text);
create table public.orders (
  id bigint generated always as identity primary key, customer_id bigint references public.customers (id),
  status text not null default 'new', total numeric(10,2) not null default 0, note text, code varchar(20), amount int not null default 0,
  gross numeric generated always as (total * 1.2) stored, data jsonb, placed_at timestamptz not null default now(), seen bigint not null default 0
);
insert into public.customers (email, name) select n || '@a.org', 'name ' || n from generate_series(1, 50) n;
insert into public.orders (customer_id, status, total, note, code) select n, 'new', n + 0.25, 'note ' || n, 'c' || n from generate_series(1, 50) n;
create index orders_status on public.orders (status);
create unique index orders_code on public.orders (code);
alter table public.orders add constraint orders_total check (total >= 0);
create statistics public.orders_st on status, code from public.orders;
alter table public.orders enable row level security;
create policy orders_read on public.orders for select to authenticated using (status <> 'hidden');
create policy orders_write on public.orders for insert to authenticated with check (true);
create table public.people (id int primary key, mood public.mood, home public.address, mail public.email, tag public.label);
insert into public.people (id, mood, mail) select n, 'ok', n || '@b.org' from generate_series(1, 50) n;
create table public.notes (id int, body text, at date);
insert into public.notes select n, 'body ' || n, '2025-01-01' from generate_series(1, 50) n;
create view public.open_orders as select id, status, total from public.orders where status = 'new';
create view public.mine with (security_invoker = true) as select id, status from public.orders;
create materialized view public.totals as select customer_id, sum(total) as total from public.orders group by customer_id;
create unique index totals_key on public.totals (customer_id);
create function public.total_of(p_order bigint) returns numeric language sql stable as $$ select total from public.orders where id = p_order $$;
create function public.admin_total() returns numeric language sql stable security definer set search_path = '' as $$ select sum(total) from public.orders $$;
create procedure public.close_order(p_order bigint) language sql as $$ update public.orders set status = 'closed' where id = p_order $$;
create aggregate public.product(numeric) (sfunc = numeric_mul, stype = numeric, initcond = '1');
create function public.touch() returns trigger language plpgsql as $$ begin new.seen := new.seen + 1; return new; end $$;
create trigger orders_touch before insert or update on public.orders for each row execute function public.touch();
create rule notes_also as on insert to public.notes do also notify notes;
create table public.events (id bigint not null, at date not null, body text) partition by range (at);
create table public.events_2025 partition of public.events for values from ('2025-01-01') to ('2026-01-01');
insert into public.events select n, '2025-02-03', 'b' from generate_series(1, 50) n;
create table public.events_2026 (id bigint not null, at date not null, body text);
insert into public.events_2026 select n, '2026-02-03', 'b' from generate_series(1, 50) n;
create table public.parents (id int, note text);
create table public.children (extra text) inherits (public.parents);
create publication feed for table public.orders, public.customers;
