import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create type state as enum ('open', 'closed');
create table a (id int primary key, s state, note text, short varchar(20), at timestamptz, fine timestamp(3),
  amount numeric(10,2), price float8, mail citext);
create table b (id int primary key, note text);
create view v as select id, amount, note from a;
create domain plain as text;
`;
const column = (change: string): string => `alter table a alter column ${change}`;
const renamed = "alter type state rename to old_state";
const moved = "alter table a alter column s type state using s::text::state; drop type old_state";

/** Rules, the files that hit exactly these, and files that hit none. */
const table: readonly (readonly [rules: string, hits: readonly string[], clean?: readonly string[]])[] = [
  [
    "rewrite-table",
    [
      `${renamed}; create type state as enum ('open', 'closed', 'new'); ${moved}`,
      "create type new_state as enum ('closed', 'open', 'x'); alter table a alter s type new_state using s::text::new_state; drop type state; alter type new_state rename to state",
    ],
  ],
  [
    "alter-column-type,drop-type,rename-other,rewrite-table",
    [`${renamed}; create type state as enum ('open'); ${moved}`],
    ["alter type state add value 'more'"],
  ],
  [
    "alter-column-type,narrow-column-type,rewrite-table",
    [
      column("note type varchar(5) using left(note, 5)"),
      column("note type varchar(5) using note::varchar(5)"),
      column("note type text using lower(note)"),
      column("note type boolean using note = 'yes'"),
      column("note type int using case note when 'low' then 1 when 'high' then 2 end"),
      column("at type date using at::date"),
      column("at type timestamptz using date_trunc('day', at)"),
      column("fine type timestamp(0)"),
      column("price type real"),
      column("amount type int using round(amount)::int"),
      column("note type jsonb using '{}'::jsonb"),
    ],
  ],
  [
    "alter-column-type,rewrite-table",
    [
      column("note type int using nullif(note, '')::int"),
      column("note type jsonb using to_jsonb(note)"),
      column("note type text[] using array[note]"),
      column("id type bigint using (id * 100)::bigint"),
      column("at type timestamp using at at time zone 'utc'"),
    ],
    [column("short type varchar(30)")],
  ],
  ["alter-column-type", [column("short type text")]],
  ["drop-type-columns", ["drop type state cascade"], ["create type t as enum ('x'); drop type t cascade"]],
  ["drop-type", ["drop type state", "drop domain plain cascade"]],
  [
    "drop-extension-data",
    ["drop extension citext cascade", "drop extension pg_cron", "drop extension vector cascade"],
  ],
  ["drop-extension", ["drop extension citext", "drop extension pg_trgm cascade"]],
  [
    "drop-view",
    [
      "drop view v; create view v as select id, amount::text as amount, note from a",
      "drop view v; create view v as select id, b.id::text as amount, a.note from a join b using (id)",
    ],
    ["drop view v; create view v as select id, amount, note, at from a"],
  ],
  [
    "backfill",
    [
      "do $$ begin loop update a set note = 'x' where id in (select id from a where note is null limit 9); exit when not found; end loop; end $$",
      "do $$ declare r record; begin for r in select id from a loop update a set note = 'x' where id = r.id; end loop; end $$",
      "update a set note = coalesce(note, 'none')",
    ],
    [
      "do $$ declare k int; begin foreach k in array array[1, 2] loop update a set note = 'x' where id = k; end loop; end $$",
      "update a set note = 'x' where id = 1",
    ],
  ],
  [
    "rename-column",
    ["alter table a rename note to body"],
    ["alter table a rename note to body; alter table a rename body to note"],
  ],
  [
    "rename-column,rename-column,rename-column",
    ["alter table a rename note to x; alter table a rename short to note; alter table a rename x to short"],
  ],
  [
    "rename-table",
    ["alter table a rename to c"],
    [
      "alter table a rename to c; alter table c rename to a",
      "create table n (id int); alter table n rename to m; alter table m rename to o; drop table o",
    ],
  ],
];

describe("what becomes of what is rebuilt", () => {
  const hits = table.flatMap(([rules, some]) => some.map((sql) => [rules, sql] as const));
  test.each(hits)("%s: %s", (rules, sql) => {
    expect(court.after(history, sql).toSorted()).toEqual(rules.split(",").toSorted());
  });

  const clean = table.flatMap(([rules, , some = []]) => some.map((sql) => [rules, sql] as const));
  test.each(clean)("near miss of %s: %s", (_, sql) => {
    expect(court.after(history, sql)).toEqual([]);
  });
});

describe("a guard that finds what it looks for", () => {
  const live = `create table a (id int primary key, b text check (b <> ''), constraint known check (id > 0));
    create index i on a (b); create type t as enum ('x'); create table d (id int);`;
  const guarded = (body: string): string =>
    `do $$ begin if not exists (select 1 from pg_constraint) then ${body} end if; end $$`;
  const caught = (body: string): string =>
    `do $$ begin begin ${body} exception when duplicate_object then null; end; end $$`;

  test.each([
    guarded("alter table a add constraint known check (id > 0);"),
    guarded("alter table a add constraint a_b_check check (b <> '');"),
    guarded("alter table a add column b text; update a set b = 'x';"),
    guarded("create index i on a (b);"),
    caught("create type t as enum ('x'); alter table a rename b to c;"),
    guarded("alter table a rename gone to b; alter table a alter b set not null;"),
  ])("changes nothing: %s", (sql) => {
    expect(court.after(live, sql)).toEqual([]);
  });

  test.each([
    [guarded("alter table a add constraint other check (id > 0);"), "add-constraint,scan-for-constraint"],
    [guarded("alter table a add column c text; update a set c = 'x';"), "backfill"],
    [
      "alter table a drop constraint known; alter table a add constraint known check (id > 1)",
      "add-constraint,scan-for-constraint",
    ],
    [
      guarded("alter table a drop constraint known; alter table a add constraint known check (id > 1);"),
      "add-constraint,scan-for-constraint",
    ],
    [caught("create type t as enum ('x'); drop table d;"), "drop-table"],
    [
      "do $$ begin begin create type t as enum ('x'); exception when duplicate_object then delete from a where id = 1; end; end $$",
      "delete-rows",
    ],
    [guarded("create table a (id int);").replace("end if;", "else drop table d; end if;"), "drop-table"],
    [
      "do $$ begin if true then drop index i; end if; if true then create index i on a (id); end if; end $$",
      "build-index",
    ],
  ])("changes what it says: %s", (sql, rules) => {
    expect(court.after(live, sql).toSorted().join()).toBe(rules);
  });
});

test("a function with an SQL-standard body is looked into where it is called", () => {
  const made = "create function wipe() returns void language sql begin atomic delete from a; end";
  expect(court.after(`create table a (id int); ${made}`, "select wipe()")).toEqual(["delete-without-where"]);
  expect(court.after("create table a (id int)", made)).toEqual([]);
});

test("an extension that moves to another schema is told by its name", () => {
  expect(court.findings("alter extension pg_net set schema extensions")).toMatchObject([
    { rule: "move-schema", thing: "pg_net to extensions" },
  ]);
});

test("a table whose rows are all written elsewhere before it goes is told with that place, and refused as ever", () => {
  const told = (before: string) =>
    court.findings(`${before}; drop table a`).map(({ rule, severity, why }) => {
      const place = /written to (\S+) before/.exec(why)?.[1];
      return [rule, severity, place];
    });
  const dropped = ["drop-table", "fail"];
  expect(told("create table kept as select id, note from a")).toEqual([[...dropped, "public.kept"]]);
  expect(told("insert into app.b select * from a")).toEqual([[...dropped, "app.b"]]);
  for (const part of ["where id > 1", "limit 10", "join c using (id)", "group by id", "union select 1"])
    expect(told(`create table kept as select id from a ${part}`)).toEqual([[...dropped, undefined]]);
  expect(told("create temp table kept as select * from a")).toEqual([[...dropped, undefined]]);
  expect(told("create table kept as select * from d")).toEqual([[...dropped, undefined]]);
});
