import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Finding, judge } from "../../../kit/judge/judge.ts";
import { type SqlParser, loadParser } from "../../../kit/judge/parser.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

function findings(...texts: readonly string[]): readonly Finding[] {
  const files = texts.map((text, index) => ({ path: `000${index + 1}_x.sql`, text }));
  return judge(parser, files).flatMap((file) => file.findings);
}

const refused = (...texts: readonly string[]): readonly string[] =>
  findings(...texts)
    .filter((finding) => finding.waived === undefined)
    .map((finding) => finding.rule);

/** Rule, what hits it, and what comes near it but harms nobody. */
const table: readonly (readonly [rule: string, hits: readonly string[], near: readonly string[]])[] = [
  [
    "drop-table",
    [
      "drop table a",
      "drop table if exists a; create table a (id int)",
      "DROP TABLE\n  public.a CASCADE",
      "drop foreign table a",
      "create table if not exists a (id int); drop table a",
      "create temp table a (id int); drop table public.b",
      "create table s.a (id int); drop table a",
    ],
    [
      "create table a (id int); drop table a",
      "create table public.a (id int); drop table if exists a",
      "create temp table a (id int); drop table a",
      "select 1 into a; drop table a",
      "create schema s; drop table s.a",
      "comment on table a is 'drop table a'",
      "-- drop table a\nselect 1",
      "select 'drop table a; truncate b'",
      "create function f() returns void language plpgsql as $$ begin drop table a; end $$",
      "create function f() returns void language sql as $$ drop table a $$",
      "create index i on a (b); drop index i",
      "drop index i",
    ],
  ],
  [
    "drop-column",
    [
      "alter table a drop column b",
      "alter table a drop b",
      "alter table a add column if not exists b int; alter table a drop column b",
      "alter table a drop column b; alter table a add column b jsonb generated always as (null::jsonb) stored",
      "alter type a drop attribute b",
    ],
    [
      "alter table a add column b int; alter table a drop column b",
      "create table a (b int, c int); alter table a drop column b",
      "alter table a drop constraint b",
      "alter table a alter column b drop not null",
      "alter table a alter b drop default",
    ],
  ],
  ["drop-schema", ["drop schema s cascade"], ["create schema s; drop schema s cascade"]],
  ["drop-sequence", ["drop sequence q"], ["create sequence q; drop sequence q"]],
  ["drop-owned", ["drop owned by someone"], ["reassign owned by someone to another"]],
  [
    "truncate",
    ["truncate a", "truncate a, b"],
    ["create table a (id int); truncate a", "grant truncate on a to b"],
  ],
  [
    "delete-without-where",
    [
      "delete from a",
      "delete from a where true",
      "delete from a where 1 = 1",
      "with gone as (delete from a returning *) insert into b select * from gone",
      "explain analyze delete from a",
      "merge into a using b on a.id = b.id when matched then delete",
    ],
    [
      "delete from a where id = 1",
      "delete from a using b where a.id = b.id",
      "create table a (id int); delete from a",
      "create rule r as on insert to a do also delete from b",
      "merge into a using b on a.id = b.id when matched and b.gone then delete",
    ],
  ],
  [
    "update-without-where",
    [
      "update a set b = 1",
      "update a set b = 1 where true",
      "alter table a add column c int; update a set c = 1, b = 2",
    ],
    [
      "update a set b = 1 where b is null",
      "alter table a add column c int; update a set c = b",
      "create table a (b int); update a set b = 1",
      "insert into a values (1) on conflict (id) do update set b = 1",
    ],
  ],
  [
    "drop-view",
    ["drop view v", "drop materialized view v", "drop view v; create view v as select 1"],
    ["create or replace view v as select 1", "create view v as select 1; drop view v"],
  ],
  [
    "drop-function",
    [
      "drop function f(int)",
      "drop function f",
      "drop function f(int); create function f(text) returns int language sql as 'select 1'",
      "drop procedure p(int)",
      "drop aggregate g(int)",
    ],
    [
      "create or replace function f(int) returns int language sql as 'select 1'",
      "drop function f(int); create function f(a int) returns int language sql as 'select 1'",
      "drop function f(int); create or replace function f(a int, b text default '') returns int language sql as 'select 1'",
      "drop function if exists public.f(integer[]); create function f(a int[]) returns int language sql as 'select 1'",
      "create function f(a int, out b int) language sql as 'select 1'; drop function f(int)",
    ],
  ],
  [
    "drop-type",
    ["drop type t", "drop domain d"],
    [
      "create type t as enum ('a'); drop type t",
      "alter type t add value 'b'",
      "create domain d as int; drop domain d",
    ],
  ],
  ["drop-extension", ["drop extension citext"], ["create extension citext", "alter extension citext update"]],
  [
    "drop-policy",
    [
      "drop policy p on t",
      "drop policy p on t; create policy q on t",
      "drop policy p on t; create policy p on u",
    ],
    [
      "drop policy p on t; create policy p on t",
      "drop policy if exists p on public.t; create policy p on t using (true)",
      "create policy p on t; drop policy p on t",
      "alter policy p on t using (true)",
    ],
  ],
  [
    "drop-trigger",
    ["drop trigger t on a", "drop rule r on a"],
    [
      "drop trigger if exists t on a; create trigger t before insert on a execute function f()",
      "alter table a disable trigger t",
    ],
  ],
  ["drop-publication", ["drop publication p"], ["alter publication p add table a"]],
  [
    "drop-other",
    ["drop role r", "drop cast (int as text)", "drop operator + (int, int)"],
    ["drop statistics s"],
  ],
  [
    "detach-partition",
    ["alter table a detach partition b"],
    ["alter table a attach partition b for values in (1)"],
  ],
  [
    "rename-table",
    ["alter table a rename to b", "alter view a rename to b"],
    [
      "create table a (id int); alter table a rename to b; drop table b",
      "alter index a rename to b",
      "alter table a rename constraint b to c",
      "alter policy a on t rename to b",
    ],
  ],
  [
    "rename-column",
    [
      "alter table a rename column b to c",
      "alter table a rename b to c",
      "alter view a rename column b to c",
    ],
    [
      "create table a (b int); alter table a rename b to c",
      "alter table a add b int; alter table a rename b to c; alter table a drop c",
    ],
  ],
  [
    "rename-other",
    [
      "alter function f(int) rename to g",
      "alter type t rename to u",
      "alter schema s rename to t",
      "alter type t rename value 'a' to 'b'",
    ],
    ["create type t as enum ('a'); alter type t rename to u"],
  ],
  ["move-schema", ["alter table a set schema s"], ["create table a (id int); alter table a set schema s"]],
  [
    "alter-column-type",
    ["alter table a alter column b type text", "alter table a alter b set data type int using b::int"],
    [
      "create table a (b int); alter table a alter b type text",
      "alter table a alter column b set default 1",
      "alter table a alter column b set statistics 100",
    ],
  ],
];

describe.each(table)("%s", (rule, hits, near) => {
  test.each(hits)("hits: %s", (sql) => {
    expect(refused(sql)).toContain(rule);
  });
  test.each(near)("near miss: %s", (sql) => {
    expect(refused(sql)).toEqual([]);
  });
});

describe("inside of code that runs", () => {
  const inDo = (body: string): string => `do $$\nbegin\n  ${body}\nend $$`;
  test.each([
    ["drop-table", "drop table a;"],
    ["drop-table", "if true then drop table a; end if;"],
    ["drop-table", "begin null; exception when others then drop table a; end;"],
    ["delete-without-where", "delete from a;"],
    ["drop-table", "execute 'drop table a';"],
    ["drop-table", "execute 'drop ' || 'table a';"],
    ["drop-table", "execute format('drop table %I', name);"],
    ["drop-table", "execute format('drop table if exists %I.%I cascade', s, t);"],
    ["drop-table", "execute 'drop table ' || quote_ident(name);"],
    ["drop-column", "execute format('alter table %s drop column %I', t, c);"],
    ["delete-without-where", "for r in execute 'delete from a returning 1' loop null; end loop;"],
    ["opaque-sql", "execute command;"],
    ["opaque-sql", "execute format('%s', command);"],
    ["drop-table", "execute 'do $x$ begin drop table a; end $x$';"],
  ])("%s: %s", (rule, body) => {
    const [found] = findings(
      inDo(body).replace("begin", "declare r record; command text; name text; s text; t text; c text; begin"),
    );
    expect(found).toMatchObject({ rule, line: 3, column: 3 });
  });

  test.each([
    "execute 'create table a (id int)';",
    "execute format('alter table %I enable row level security', t);",
    "execute format('update a set b = %L where id = %s', t, c);",
    "raise notice 'drop table a';",
    "perform 1;",
    "t := 'drop table a';",
  ])("near miss: %s", (body) => {
    expect(refused(inDo(body).replace("begin", "declare t text; c text; begin"))).toEqual([]);
  });

  test("a function of the same change set that is called", () => {
    const made = "create function wipe() returns void language plpgsql as $$ begin delete from a; end $$";
    expect(refused(`${made}; select wipe()`)).toEqual(["delete-without-where"]);
    expect(refused(made, "do $$ begin perform wipe(); end $$")).toEqual(["delete-without-where"]);
    expect(refused("create function w() returns void language sql as 'truncate a'; select w()")).toEqual([
      "truncate",
    ]);
    expect(refused("create function r() returns void language sql as 'select r()'; select r()")).toEqual([]);
  });

  test("code in a language that cannot be read", () => {
    expect(refused("do language plpython3u 'import os'")).toEqual(["opaque-sql"]);
    expect(refused("do $$ begin this is not plpgsql $$")).toEqual(["opaque-sql"]);
  });
});

describe("the change set is one", () => {
  test("what an earlier file made may be dropped by a later one", () => {
    expect(refused("create table a (id int)", "drop table a")).toEqual([]);
    expect(refused("drop table a", "create table a (id int)")).toEqual(["drop-table"]);
  });

  test("dropped and made again counts only within one file: files are transactions of their own", () => {
    expect(refused("drop policy p on t", "create policy p on t")).toEqual(["drop-policy"]);
  });
});

describe("what cannot be run", () => {
  test.each([
    ["syntax-error", "create tabel a ()", 1, 8],
    ["syntax-error", "select 'ß𝄞' from;", 1, 18],
    ["psql-only", "select 1;\n\\set x 1\nselect 2;", 2, 1],
    ["psql-only", "copy a from stdin;\n1\t2\n\\.\n", 2, 1],
    ["psql-only", "copy a from stdin;", 1, 1],
    ["transaction-control", "select 1;\nbegin;\nselect 2;", 2, 1],
    ["transaction-control", "select 1; commit; begin; select 2;", 1, 11],
    ["transaction-control", "begin; select 1; rollback;", 1, 18],
    ["transaction-control", "begin; begin; commit;", 1, 8],
    ["transaction-control", "begin; commit and chain;", 1, 8],
    ["not-transactional", "create table a (id int);\ncreate index concurrently i on a (id);", 2, 1],
    ["not-transactional", "vacuum; select 1", 1, 1],
    ["not-transactional", "alter system set work_mem = 1; select 1", 1, 1],
    ["syntax-error", "select 1;\0drop table a", 1, 10],
  ])("%s: %j", (rule, sql, line, column) => {
    expect(findings(sql)[0]).toMatchObject({ rule, line, column, effect: "cannot be run" });
  });

  test.each(["", "-- nothing", "  \n", ";;", "copy a to stdout", "copy a from '/tmp/x'"])(
    "fine: %j",
    (sql) => {
      expect(findings(sql)).toEqual([]);
    },
  );
});

describe("waivers", () => {
  test("a reason above the statement allows one rule of it", () => {
    const [found, ...others] = findings(
      "-- rollout-allow: drop-table nobody reads it since 1.2\n-- old\ndrop table a",
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: "drop-table", waived: "nobody reads it since 1.2", line: 3 });
  });

  test("two rules of one statement take two waivers", () => {
    const sql = "alter table a drop column b, alter column c type text";
    expect(refused(`-- rollout-allow: drop-column moved\n${sql}`)).toEqual(["alter-column-type"]);
    expect(
      refused(`-- rollout-allow: drop-column moved\n-- rollout-allow: alter-column-type wider\n${sql}`),
    ).toEqual([]);
  });

  test.each([
    ["it gives no reason", "-- rollout-allow: drop-table\ndrop table a"],
    ["it names no rule", "-- rollout-allow\ndrop table a"],
    ["did you mean drop-table?", "-- rollout-allow: drop-tabel gone\ndrop table a"],
    ["does not hit truncate", "-- rollout-allow: truncate empty\nselect 1"],
    ["no statement begins below it", "drop table a;\n-- rollout-allow: drop-table gone"],
    ["no statement begins below it", "drop table -- rollout-allow: drop-table gone\n a"],
    ["cannot be allowed", "-- rollout-allow: syntax-error fine\nselect 1"],
  ])("%s", (problem, sql) => {
    const found = findings(sql).find((finding) => finding.rule === "waiver");
    expect(found?.thing).toContain(problem);
  });

  test("a text that only looks like a waiver is none", () => {
    expect(refused("select '\n-- rollout-allow: drop-table gone\n'; drop table a")).toEqual(["drop-table"]);
  });
});

test("columns count UTF-16 units", () => {
  expect(findings("select '𝄞'; drop table a")[0]).toMatchObject({ line: 1, column: 14 });
});
