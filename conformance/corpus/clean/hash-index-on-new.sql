-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: Several indexes and a statistics object on a table of this file.
-- postgres: 15-18

-- pending
create table public.urls (id bigint primary key, url text not null, host text, path text);
create index urls_url on public.urls using hash (url);
create index urls_lower_host on public.urls (lower(host)) include (path);
create statistics public.urls_host_path on host, path from public.urls;
