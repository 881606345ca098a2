// A project that has grown for years: tables with what belongs to them, and now and then a file that changes an old one.

/** `0001_….sql` and so on, in order. */
export function filesOf(count) {
  return Array.from({ length: count }, (_, at) => ({
    path: `${String(at + 1).padStart(4, "0")}_step.sql`,
    text: at % 3 === 2 ? change(at) : table(at),
  }));
}

function table(at) {
  const name = `public.things_${at}`;
  return `create table ${name} (
  id uuid primary key default gen_random_uuid(), owner_id uuid references auth.users on delete cascade,
  title text not null, state text not null default 'new' check (state in ('new', 'done')), created_at timestamptz not null default now()
);
create index on ${name} (owner_id, created_at desc);
alter table ${name} enable row level security;
create policy "owners read" on ${name} for select to authenticated using (owner_id = (select auth.uid()));
create policy "owners write" on ${name} for insert to authenticated with check (owner_id = (select auth.uid()));
create function public.touch_${at}() returns trigger language plpgsql set search_path = '' as $$ begin new.created_at := now(); return new; end $$;
create trigger touch before update on ${name} for each row execute function public.touch_${at}();
create view public.list_${at} with (security_invoker = true) as select id, title, state from ${name};
insert into ${name} (title) select 'title ' || n from generate_series(1, 20) n;
`;
}

function change(at) {
  const name = `public.things_${at - 1}`;
  return `alter table ${name} add column note text, add column priority int not null default 0;
alter table ${name} add constraint things_${at}_priority check (priority >= 0) not valid;
create or replace function public.count_${at}() returns bigint language sql stable as 'select count(*) from ${name}';
drop policy "owners read" on ${name};
create policy "owners read" on ${name} for select to authenticated using (owner_id = (select auth.uid()) or state = 'done');
do $$ begin if not exists (select from pg_type where typname = 'kind_${at}') then create type public.kind_${at} as enum ('a', 'b'); end if; end $$;
`;
}
