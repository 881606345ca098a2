-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A queue table and its worker functions, whose bodies delete.
-- postgres: 15-18

-- pending
create table public.job_queue (id bigint generated always as identity primary key, payload jsonb not null, run_at timestamptz not null default now(), locked_until timestamptz);
create index job_queue_run_at on public.job_queue (run_at) where locked_until is null;
create function public.take_job() returns public.job_queue language sql as $$
  delete from public.job_queue where id = (select id from public.job_queue where run_at <= now() order by run_at for update skip locked limit 1) returning *
$$;
