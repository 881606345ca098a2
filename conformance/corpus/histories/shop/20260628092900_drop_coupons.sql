alter table public.orders drop column coupon;
drop table public.coupons;
