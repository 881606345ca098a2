-- data_loss: no
-- breaks_clients: no
-- tightens: no
-- lock_hazard: no
-- line: none
-- why: A type and its first table.
-- postgres: 15-18

-- pending
create type public.task_priority as enum ('low', 'normal', 'high');
create table public.tasks (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  priority public.task_priority not null default 'normal',
  due date
);
create index tasks_due_idx on public.tasks (due) where due is not null;
