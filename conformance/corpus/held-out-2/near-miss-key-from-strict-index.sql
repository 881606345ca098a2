-- data_loss: no
-- breaks_clients: no
-- tightens: either
-- lock_hazard: no
-- line: none
-- why: The columns are NOT NULL and the index is there: a change of the catalog.
-- postgres: 15-18
-- rules: add-constraint?

create table public.labels (code text not null, title text);
insert into public.labels select 'c' || n, 'label ' || n from generate_series(1, 50) n;
create unique index labels_code on public.labels (code);

-- pending
alter table public.labels add constraint labels_pkey primary key using index labels_code;
