alter table public.products add column stock int not null default 0;
alter table public.products add constraint stock_not_negative check (stock >= 0) not valid;
