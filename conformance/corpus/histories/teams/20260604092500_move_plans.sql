alter table public.plans set schema billing;
create view public.plans with (security_invoker = true) as select id, seats, price from billing.plans;
