-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Named constraints of a new table, added afterwards as dumps do.
-- postgres: 15-18

-- pending
create table public.coupons (code text, percent int, starts date, ends date);
alter table public.coupons add constraint coupons_pkey primary key (code);
alter table public.coupons add constraint percent_range check (percent between 1 and 100);
alter table public.coupons add constraint starts_before_ends check (starts <= ends);
alter table public.coupons alter column percent set not null;
