import { beforeAll, describe, expect, test } from "@jest/globals";
import { judge } from "../../../kit/judge/judge.ts";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

/** The rules that the last of the files hits, each being a change set of its own. */
function last(...texts: readonly string[]): readonly string[] {
  const files = texts.map((text, index) => ({ path: `000${index + 1}_x.sql`, text }));
  const judged = judge(court.parser, files, { whole: true, each: true });
  return (judged.at(-1)?.findings ?? []).map(({ rule }) => rule);
}

const partial = "alter table outside add column c int";
const doubts: readonly (readonly [name: string, sql: string])[] = [
  ["what runs is not in the file", "do $$ begin execute some_text; end $$"],
  ["a file cannot be read", "create table a (id int,,)"],
  ["the files are not all there is", partial],
];

describe.each(doubts)("where %s", (_, doubt) => {
  test.each([
    [
      "a function of a trigger is made again that no file names",
      "drop function if exists t(); create function t() returns trigger language plpgsql as 'begin return new; end'",
    ],
    [
      "a helper is made and dropped",
      "create or replace function h() returns int language sql as 'select 1'; drop function h()",
    ],
    [
      "rows go from a table that the file makes",
      "create table if not exists n (id int); delete from n where id = 1",
    ],
    [
      "a temporary table is made again",
      "drop table if exists k; create temp table k as select 1 as id; drop table k",
    ],
  ])("nothing is found: %s", (_name, sql) => {
    expect(last(doubt, sql)).toEqual([]);
  });

  test.each([
    ["drop-view", "select * from v", "drop view if exists v; create view v as select 1 as a"],
    ["drop-view", "select 1", "drop view if exists v"],
    ["drop-table", "select 1", "drop table if exists k; create table k (id int)"],
    [
      "drop-function",
      "select h()",
      "create or replace function h() returns int language sql as 'select 1'; drop function h()",
    ],
    ["delete-rows", "select 1 from n", "create table if not exists n (id int); delete from n where id = 1"],
    ["drop-trigger", "select 1", "drop trigger if exists t on a"],
  ])("%s stays: after %s, %s", (rule, before, sql) => {
    expect(last(before, doubt, sql)).toContain(rule);
  });

  test.each(["view v", "function f()", "trigger t on a", "table b cascade"])(
    "what an earlier file dropped is gone: %s",
    (thing) => {
      const drop = `drop ${thing.replace(/^\w+/, "$& if exists")}`;
      expect(last(doubt, drop, drop)).toEqual([]);
      expect(last(doubt, drop).length).toBeGreaterThan(0);
    },
  );

  test("what an earlier file dropped may have been made again", () => {
    const drop = "drop function if exists f()";
    expect(last(doubt, drop, "create function f() returns int language sql as 'select 1'", drop)).toEqual([
      "drop-function",
    ]);
    expect(last(doubt, drop, "alter function other.f() set schema public", drop)).toEqual(["drop-function"]);
    expect(last(doubt, drop, "do $$ begin execute some_text; end $$", drop)).toEqual(["drop-function"]);
    expect(last(doubt, drop, "create function f() ??", drop)).toEqual(["drop-function"]);
    expect(last(doubt, drop, "create function g() ??", drop)).toEqual([]);
    expect(last(doubt, drop, "\\i more.sql", drop)).toEqual(["drop-function"]);
    expect(last(doubt, "drop view if exists w", "drop view if exists v; alter view w rename to v")).toContain(
      "drop-view",
    );
  });
});

test("a drop in a branch that may not run takes nothing away for certain", () => {
  const guarded = "do $$ begin if exists (select 1) then drop view v; end if; end $$";
  expect(last(partial, guarded, "drop view if exists v")).toEqual(["drop-view"]);
});

test("IF EXISTS before something is made that no file names is idempotence, whatever else no file has made", () => {
  const again = [
    "drop view if exists v; create view v as select 1 as a",
    "drop function if exists f(int); create function f(a int) returns int language sql as 'select 1'",
    "drop function if exists f; create function f(a int) returns int language sql as 'select 1'",
  ];
  for (const sql of again) {
    for (const [, doubt] of doubts) expect(last(doubt, sql)).toEqual([]);
    expect(last("select 1", sql)).toEqual([]);
  }
});

test("a function that no file has made and that is dropped and made again is another for all that is known", () => {
  const again = "drop function f(int); create function f(a int) returns int language sql as 'select 1'";
  const f = "create function f(a int) returns int language sql as 'select 2'";
  const judged = (history: string, sql: string): readonly string[] =>
    judge(court.parser, [{ path: "0002_x.sql", text: sql }], {
      history: [{ path: "0001_x.sql", text: history }],
    }).flatMap(({ findings }) => findings.map(({ rule }) => rule));
  expect(judged("select 1", again)).toEqual(["drop-function"]);
  expect(judged(f, again)).toEqual([]);
  expect(judged(f.replace("int language", "text language"), again)).toEqual(["drop-function"]);
});

test("in a history that is not whole a name that is known as a view's is no function's", () => {
  const view = "create view m as select 1 as a";
  expect(last(partial, view, "drop function if exists m()")).toEqual([]);
  expect(last(partial, view, `drop view if exists m; drop materialized view if exists m; ${view}`)).toEqual(
    [],
  );
  expect(last(partial, "select 1", "drop function if exists m()")).toEqual(["drop-function"]);
});

test("a temporary table is gone with the session that made it", () => {
  const sql = "drop table if exists k; create temp table k as select 1 as id";
  expect(last(sql, sql)).toEqual([]);
  expect(last("create table k (id int)", sql)).toContain("drop-table");
});

describe("a function that is renamed, and its name given to another in the same file", () => {
  const made = "create function f(p text) returns text language sql as $$ select p $$;";
  const rename = "alter function f(text) rename to f_core;";
  const again = "create or replace function f(p text) returns text language sql as $$ select f_core(p) $$;";
  const guarded = `do $$ begin if to_regprocedure('f_core(text)') is null then ${rename} end if; end $$;`;
  const revoke = "revoke all on function f_core(text) from public, anon;";

  test.each([rename + again, rename + revoke + again, guarded + revoke + again, rename + again + revoke])(
    "its callers notice nothing: %s",
    (sql) => {
      expect(last(made, sql)).toEqual([]);
    },
  );

  test.each([
    ["rename-other", rename],
    ["rename-other", `${rename} create function f(p text) returns int language sql as 'select 1';`],
    ["rename-other", `${rename} create function f(q text) returns text language sql as 'select q';`],
    ["rename-other", `${rename} create function f(p int) returns text language sql as 'select 1';`],
    ["rename-other", `${rename} ${again} drop function f(text);`],
    ["revoke", `${rename} ${again} revoke all on function f(text) from anon;`],
    ["revoke", `${guarded} ${again} revoke all on function f(text) from anon;`],
  ])("%s stays: %s", (rule, sql) => {
    expect(last(made, sql)).toContain(rule);
  });

  test("one that was called without its last argument still is", () => {
    const short = "create function f(p text, n int default 1) returns text language sql as 'select p';";
    const away = "alter function f(text, int) rename to f_core;";
    expect(last(short, away + short)).toEqual([]);
    expect(last(short, away + short.replace(" default 1", ""))).toEqual(["rename-other"]);
  });

  test("what it had not been granted is not taken, and what it had must be given again", () => {
    const bare = `${made} revoke all on function f(text) from public, anon;`;
    const close = "revoke all on function f(text) from public, anon;";
    expect(last(bare, rename + again + close)).toEqual([]);
    const granted = `${made} grant execute on function f(text) to someone;`;
    expect(last(granted, rename + again)).toEqual(["rename-other"]);
    expect(last(granted, `${rename} ${again} grant execute on function f(text) to someone;`)).toEqual([]);
  });

  test("one that no file made may have had another result", () => {
    expect(last("select 1", rename + again)).toContain("rename-other");
  });
});
