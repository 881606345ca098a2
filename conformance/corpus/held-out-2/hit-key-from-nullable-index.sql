-- data_loss: no
-- breaks_clients: no
-- tightens: yes
-- lock_hazard: yes
-- line: 15
-- why: The columns of the index may be NULL, so the table is scanned under ACCESS EXCLUSIVE.
-- postgres: 15-18
-- rules: add-constraint scan-for-not-null set-not-null?

create table public.labels (code text, title text);
insert into public.labels select 'c' || n, 'label ' || n from generate_series(1, 50) n;
create unique index labels_code on public.labels (code);

-- pending
alter table public.labels add constraint labels_pkey primary key using index labels_code;
