import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create table members (id int primary key, email text not null, phone text, tags text[], prefs jsonb, seen timestamp, grp int, left_at timestamptz);
alter table members enable row level security;
create table open (id int primary key, owner uuid, state text, kind text);
create function who(x int) returns boolean language sql as 'select true';
create function as_owner(x int) returns int language sql security definer as 'select 1';
create function stamp() returns trigger language plpgsql as 'begin return new; end';
create function alone(x int) returns int language sql as 'select 1';
create function twice(x int) returns int language sql as 'select 1';
create function twice(x text) returns int language sql as 'select 1';
create policy "asks who" on open using (who(id));
create policy two on open for select using (state = 'new' and (auth.uid() = owner or kind = 'public'));
create policy listed on open for delete using (kind in ('a', 'b'));
create view first as select id, email from members;
create view second as select count(*) as n from first;
create trigger stamp before update on members for each row execute function stamp();
create table proven (id int primary key, a text check (a is not null), b text, c text, check (b is not null and c is not null));
create publication news for table members;
`;

/** Rules, the files that hit exactly these, and files that hit none. */
const table: readonly (readonly [rules: string, hits: readonly string[], clean: readonly string[]])[] = [
  [
    "blank-values",
    [
      "update members set email = '' where grp = 3",
      "update members set phone = null, tags = '{}', prefs = '{}'::jsonb, left_at = now() where grp = 3",
      "update members set tags = array[]::text[] where id = 1",
      "do $$ begin update members set phone = null where grp = 3; end $$",
    ],
    [
      "update members set phone = null, grp = 4 where grp = 3",
      "update members set grp = 4 where grp = 3",
      "alter table open add column z text; update open set z = '' where kind = 'a' and id = 1",
      "create function clear(x int) returns void language sql as 'update members set phone = null where id = x'",
    ],
  ],
  [
    "disable-row-security",
    ["alter table members disable row level security", "alter table never_made disable row level security"],
    [
      "alter table open disable row level security",
      "alter table members disable row level security; update members set grp = 4 where id = 3; alter table members enable row level security",
    ],
  ],
  [
    "gain-security-definer",
    [
      "create or replace function who(x int) returns boolean language sql security definer as 'select true'",
      "alter function who(int) security definer",
      "drop function alone(int); create function alone(x int) returns int language sql security definer as 'select 1'",
    ],
    [
      "create or replace function as_owner(x int) returns int language sql security definer as 'select 2'",
      "create or replace function stamp() returns trigger language plpgsql security definer as 'begin return new; end'",
      "create or replace function fresh() returns int language sql as 'select 1'; alter function fresh() security definer",
      "create function who(y text) returns boolean language sql security definer as 'select true'",
    ],
  ],
  [
    "drop-publication",
    ["alter publication news set (publish = 'insert, delete')"],
    [
      "alter publication news set (publish = 'insert, update, delete, truncate')",
      "alter publication news set (publish_via_partition_root = true)",
    ],
  ],
  [
    "drop-policy",
    [
      "drop function who(int) cascade; create function who(x int) returns boolean language sql as 'select false'",
    ],
    [
      `drop function who(int) cascade; create function who(x int) returns boolean language sql as 'select false'; create policy "asks who" on open using (who(id))`,
      "drop function alone(int) cascade; create function alone(x int) returns int language sql as 'select 2'",
      "drop policy two on open; create policy wider on open for select using ((auth.uid() = owner or id = 1 or kind in ('public', 'team')) and state in ('new', 'old'))",
    ],
  ],
  [
    "drop-view",
    [
      "drop view first cascade; create view first as select id, email from members",
      "drop view first cascade; create view first as select id, email from members; create view third as select 1 as n",
    ],
    [
      "drop view first cascade; create view first as select id, email from members; create view second as select count(*) as n from first",
    ],
  ],
  [
    "drop-trigger",
    [
      "drop function stamp() cascade; create function stamp() returns trigger language plpgsql as 'begin return old; end'",
    ],
    [
      "drop function stamp() cascade; create function stamp() returns trigger language plpgsql as 'begin return old; end'; create trigger stamp before update on members for each row execute function stamp()",
    ],
  ],
  [
    "drop-function",
    [
      "drop function alone",
      "drop function twice(int)",
      "drop function alone; create function alone(x int) returns text language sql as 'select 1'",
    ],
    [
      "drop function alone; create function alone(x int) returns int language sql as 'select 2'",
      "create function own() returns int language sql as 'select 1'; drop function own",
    ],
  ],
  [
    "scan-under-lock",
    [
      "lock table members in share mode; insert into open (id) select count(*) from members",
      "begin; lock table only members; select * from members; commit",
    ],
    [
      "lock table members in share mode; select * from members where id = 3",
      "lock table members in row exclusive mode; select count(*) from members",
      "begin; lock table members; commit; select count(*) from members",
      "lock table open; select count(*) from members",
    ],
  ],
  [
    "alter-column-type",
    [
      "alter table members alter seen type timestamptz",
      "alter table members alter seen type timestamptz using seen::timestamptz",
    ],
    [],
  ],
  [
    "alter-column-type,rewrite-table",
    ["alter table members alter seen type timestamptz using seen at time zone 'utc'"],
    [],
  ],
  [
    "set-not-null",
    ["alter table proven alter a set not null", "alter table proven alter c set not null"],
    [],
  ],
  [
    "set-not-null,scan-for-not-null,rename-table",
    [
      "alter table proven rename to kept; alter table kept drop constraint proven_a_check; alter table kept alter a set not null",
    ],
    [],
  ],
  [
    "narrow-policy",
    [
      "alter policy listed on open using (kind in ('b', 'c'))",
      "alter policy listed on open using (kind = 'a' and state = 'new')",
      "alter policy two on open using (state = 'old' and (auth.uid() = owner or kind = 'public'))",
    ],
    [
      "alter policy listed on open using (kind in ('a', 'b', 'c'))",
      "alter policy listed on open using (kind = 'a' or kind = 'b' or state = 'new')",
      "alter policy two on open using (state = 'new' and (kind = 'public' or auth.uid() = owner or id = 1))",
      "drop policy listed on open; create policy listed on open for delete using (kind = 'b'); create policy others on open for delete using (kind in ('a', 'b'))",
    ],
  ],
  [
    "backfill",
    [
      "do $$ declare r record; begin for r in select id from open loop update members set grp = 1 where id = r.id; end loop; end $$",
      "create temp table few as select id, kind from open; update members set email = few.kind from few where few.id = members.id",
    ],
    [
      "do $$ declare r record; begin for r in select id from open where kind = 'a' loop update members set grp = 1 where id = r.id; end loop; end $$",
      "create temp table few as select id, kind from open where state = 'new'; update members set email = few.kind from few where few.id = members.id",
      "with few as (select id, kind from open where state = 'new') update members set email = few.kind from few where few.id = members.id",
    ],
  ],
  [
    "backfill-under-lock",
    [
      "alter table members add column z int; update members set z = 1 where grp = 4",
      "alter table members add column z int; update members m set z = 1 from open o where o.id = m.id and o.kind = 'a'",
    ],
    [
      "alter table members add column z int; do $$ declare v_id int; begin select 3 into v_id; update members set z = 1 where id = v_id; end $$",
      "alter table members add column z int; do $$ declare r record; begin select 3 as id into r; update members m set z = 1 where m.id = r.id; end $$",
    ],
  ],
];

describe("what its text tells of a file that nobody had seen", () => {
  const hits = table.flatMap(([rules, some]) => some.map((sql) => [rules, sql] as const));
  test.each(hits)("%s: %s", (rules, sql) => {
    expect([...new Set(court.after(history, sql))].toSorted()).toEqual(rules.split(",").toSorted());
  });

  const clean = table.flatMap(([rules, , some]) => some.map((sql) => [rules, sql] as const));
  test.each(clean)("near miss of %s: %s", (_, sql) => {
    expect(court.after(history, sql)).toEqual([]);
  });
});
