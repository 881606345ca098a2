begin;
create table public.coupons (code text primary key, percent int not null check (percent between 1 and 100));
commit;
begin;
alter table public.orders add column coupon text references public.coupons (code);
commit;
