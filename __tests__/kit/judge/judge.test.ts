import { beforeAll, describe, expect, test } from "@jest/globals";
import { judge } from "../../../kit/judge/judge.ts";
import type { SqlParser } from "../../../kit/judge/parser.ts";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
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
    ["drop-table", "if false then create table t (id int); end if; drop table t;"],
    ["opaque-sql", "execute command;"],
    ["opaque-sql", "execute format('%s', command);"],
    ["drop-table", "execute 'do $x$ begin drop table a; end $x$';"],
  ])("%s: %s", (rule, body) => {
    const [found] = court.findings(
      inDo(body).replace("begin", "declare r record; command text; name text; s text; t text; c text; begin"),
    );
    expect(found).toMatchObject({ rule, line: 3, column: 3 });
  });

  test.each([
    "execute 'create table a (id int)';",
    "execute format('alter table %I enable row level security', t);",
    "execute format('update a set b = %L where id = %s', t, c);",
    "execute format('create policy %I on a as %s for %s to %I using (%s)', t, c, t, c, t);",
    "raise notice 'drop table a';",
    "create temp table t (id int); drop table t;",
    "perform 1;",
    "t := 'drop table a';",
  ])("near miss: %s", (body) => {
    expect(court.refused(inDo(body).replace("begin", "declare t text; c text; begin"))).toEqual([]);
  });

  test("a function of the same change set that is called", () => {
    const made = "create function wipe() returns void language plpgsql as $$ begin delete from a; end $$";
    expect(court.refused(`${made}; select wipe()`)).toEqual(["delete-without-where"]);
    expect(court.refused(made, "do $$ begin perform wipe(); end $$")).toEqual(["delete-without-where"]);
    expect(
      court.refused("create function w() returns void language sql as 'truncate a'; select w()"),
    ).toEqual(["truncate"]);
    expect(
      court.refused("create function r() returns void language sql as 'select r()'; select r()"),
    ).toEqual([]);
  });

  test("a procedure of the same change set that is called", () => {
    const made = "create procedure wipe() language plpgsql as $$ begin execute 'truncate a'; end $$";
    expect(court.refused(`${made}; call wipe()`)).toEqual(["truncate"]);
    expect(court.refused(made, "do $$ begin call wipe(); end $$")).toEqual(["truncate"]);
  });

  test("code in a language that cannot be read", () => {
    expect(court.refused("do language plpython3u 'import os'")).toEqual(["opaque-sql"]);
    expect(court.refused("do $$ begin this is not plpgsql $$")).toEqual(["opaque-sql"]);
    const loop = "do $$ begin for it in select 1 loop perform it; end loop; end $$";
    expect(court.findings(loop)).toMatchObject([
      { rule: "opaque-sql", thing: "a DO block", why: expect.stringContaining("(loop variable") },
    ]);
    expect(court.findings("do language plpython3u 'import os'")[0]?.why).toContain("it is in plpython3u");
  });
});

describe("the change set is one", () => {
  test("what an earlier file made may be dropped by a later one", () => {
    expect(court.refused("create table a (id int)", "drop table a")).toEqual([]);
    expect(court.refused("drop table a", "create table a (id int)")).toEqual(["drop-table"]);
  });

  test("dropped and made again counts only within one file: files are transactions of their own", () => {
    expect(court.refused("drop policy p on t", "create policy p on t")).toEqual(["drop-policy"]);
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
    ["transaction-control", "begin; select 1; commit; begin; select 1; rollback; reset role", 1, 43],
    ["transaction-control", "select 1; rollback", 1, 11],
    ["transaction-control", "begin; rollback and chain; select 1", 1, 8],
    ["transaction-control", "begin; begin; commit;", 1, 8],
    ["transaction-control", "begin; commit and chain;", 1, 8],
    [
      "not-transactional",
      "begin; create table a (id int);\ncreate index concurrently i on a (id); commit;",
      2,
      1,
    ],
    ["not-transactional", "begin; vacuum; commit", 1, 8],
    ["not-transactional", "start transaction; alter system set work_mem = 1; commit", 1, 20],
    ["syntax-error", "select 1;\0drop table a", 1, 10],
  ])("%s: %j", (rule, sql, line, column) => {
    expect(court.findings(sql)[0]).toMatchObject({ rule, line, column, axes: ["invalid"], severity: "fail" });
  });

  test.each([
    ["create table {{schema}}.t (id int)", "{{schema}}", 14],
    ["select '𝄞', ${limit}", "${limit}", 14],
    ["create role <%= name %>", "<%= name %>", 13],
  ])("%s: a template's placeholder that PostgreSQL does not take is called one", (sql, thing, column) => {
    expect(court.findings(sql)).toMatchObject([
      { rule: "syntax-error", thing: `the placeholder ${thing} of a template is still there`, column },
    ]);
  });

  test.each([
    ["select '{{ API_KEY }}'", "{{ API_KEY }}", 8],
    ["create role a password '${PASSWORD}'", "${PASSWORD}", 24],
    ['create table "{{schema}}".t (id int)', "{{schema}}", 14],
    ["select '<%= a %>'", "<%= a %>", 8],
  ])("%s: one that it takes as it stands is opaque", (sql, thing, column) => {
    expect(court.findings(sql)).toMatchObject([
      { rule: "template-placeholder", thing, column, axes: ["opaque"], severity: "fail" },
    ]);
    expect(court.refused(`-- rollout-allow: template-placeholder it is meant\n${sql}`)).toEqual([]);
  });

  test.each([
    "select 'Hello {{name}}, welcome'",
    "select '\\d{2}', '{}', '{{1,2},{3,4}}'::int[]",
    "-- {{a}} ${b}\nselect 1",
    "do $$ begin perform '{{a}} and more'; end $$",
  ])("%s: no placeholder", (sql) => {
    expect(court.findings(sql)).toEqual([]);
  });

  test.each(["", "-- nothing", "  \n", ";;", "copy a to stdout", "copy a from '/tmp/x'"])(
    "fine: %j",
    (sql) => {
      expect(court.findings(sql)).toEqual([]);
    },
  );
});

describe("waivers", () => {
  test("a reason above the statement allows one rule of it", () => {
    const [found, ...others] = court.findings(
      "-- rollout-allow: drop-table nobody reads it since 1.2\n-- old\ndrop table a",
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: "drop-table", waived: "nobody reads it since 1.2", line: 3 });
  });

  test("two rules of one statement take two waivers", () => {
    const sql = "alter table a drop column b, alter column c type text";
    expect(court.refused(`-- rollout-allow: drop-column moved\n${sql}`)).toEqual(["alter-column-type"]);
    expect(
      court.refused(`-- rollout-allow: drop-column moved\n-- rollout-allow: alter-column-type wider\n${sql}`),
    ).toEqual([]);
  });

  test.each([
    ["it gives no reason", "-- rollout-allow: drop-table\ndrop table a"],
    ["it names no rule", "-- rollout-allow\ndrop table a"],
    ["did you mean drop-table?", "-- rollout-allow: drop-tabel gone\ndrop table a"],
    ["does not hit truncate", "-- rollout-allow: truncate empty\nselect 1"],
    ["no statement begins below it", "drop table a;\n-- rollout-allow: drop-table gone"],
    [
      "no statement begins below it: it must stand above the one that begins in line 2",
      "select 1;\ndrop table -- rollout-allow: drop-table gone\n a",
    ],
    [
      "inside of /* */: it must be a line that begins with --",
      "/* rollout-allow: drop-table gone */\ndrop table a",
    ],
    [
      "inside of /* */: it must be a line that begins with --",
      "/*\n * rollout-allow: drop-table gone\n */\ndrop table a",
    ],
    [
      "inside of a body: it must stand above the one that begins in line 2",
      "select 'é';\ndo $$ begin\n  -- rollout-allow: drop-table gone\n  drop table a;\nend $$",
    ],
    [
      "inside of a body: it must stand above the one that begins in line 1",
      "create function f() returns void language sql as '\ndrop table a; -- rollout-allow: drop-table gone\n';",
    ],
    ["cannot be allowed", "-- rollout-allow: syntax-error fine\nselect 1"],
  ])("%s", (problem, sql) => {
    const found = court.findings(sql).find((finding) => finding.rule === "waiver");
    expect(found?.thing).toContain(problem);
  });

  test("one that is not read is told where it stands, and what it was to allow stays refused", () => {
    const sql = "select 'é';\ndo $$ begin\n  -- rollout-allow: drop-table gone\n  drop table a;\nend $$";
    expect(court.findings(sql).map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ["waiver", 3, 3],
      ["drop-table", 4, 3],
    ]);
    const moved = sql.replace("\ndo", "\n-- rollout-allow: drop-table gone\ndo").replace(/\n {2}--.*/, "");
    expect(court.refused(moved)).toEqual([]);
  });

  test("a text that only looks like a waiver is none", () => {
    expect(court.refused("/* how to write a rollout-allow comment */ select 1")).toEqual([]);
    expect(court.refused("select '\n-- rollout-allow: drop-table gone\n'; drop table a")).toEqual([
      "drop-table",
    ]);
  });
});

test("columns count UTF-16 units", () => {
  expect(court.findings("select '𝄞'; drop table a")[0]).toMatchObject({ line: 1, column: 14 });
});

test("where nothing is to be judged, a long history is not read for it", () => {
  const asked: string[] = [];
  const counting: SqlParser = {
    ...court.parser,
    parse: (sql) => {
      asked.push(sql);
      return court.parser.parse(sql);
    },
  };
  const history = [{ path: "0001_a.sql", text: "create table a (id int)" }];
  expect(judge(counting, [], { history })).toEqual([]);
  expect(asked).toEqual([]);
  judge(counting, [{ path: "0002_b.sql", text: "select 1" }], { history });
  expect(asked).not.toEqual([]);
});
