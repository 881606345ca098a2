import { beforeAll, expect, test } from "@jest/globals";
import { type Execution, type ExecutionProblem, executionOf } from "../../../kit/judge/execution.ts";
import { type SqlParser, loadParser } from "../../../kit/judge/parser.ts";
import { splitFile } from "../../../kit/judge/split.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

function read(sql: string): Execution | ExecutionProblem {
  const split = splitFile(parser, sql);
  if ("message" in split) throw new Error(split.message);
  return executionOf(split);
}

/** `tx(a|b)`, `alone(v)`, what is set before them in front of a colon. */
function told(sql: string): readonly string[] {
  const execution = read(sql);
  if ("rule" in execution) return [execution.rule];
  return execution.segments.map(({ kind, settings, begin, end, statements, readOnly }) => {
    const set = settings.map((one) => `${one.sql}: `).join("");
    const how = kind === "alone" ? "alone" : begin === "begin" ? "tx" : begin;
    const marks = `${end === "rollback" ? " undone" : ""}${readOnly ? " read-only" : ""}`;
    return `${set}${how}(${statements.map((one) => one.sql).join("|")})${marks}`;
  });
}

test.each([
  ["a plain file is one transaction", "select 1; select 2", ["tx(select 1|select 2)"]],
  ["so is an empty one", "-- nothing", ["tx()"]],
  ["so is one that is BEGIN … COMMIT", "begin;\nselect 1;\nselect 2;\ncommit;", ["tx(select 1|select 2)"]],
  [
    "what runs by itself parts the others",
    "select 1; select 2; vacuum; select 3",
    ["tx(select 1|select 2)", "alone(vacuum)", "tx(select 3)"],
  ],
  [
    "settings go with what follows them",
    "set a.b = 1; select set_config('a.c', '', false); vacuum; reset role; select 1; set a.b = 2",
    [
      "set a.b = 1: select set_config('a.c', '', false): alone(vacuum)",
      "tx(reset role|select 1|set a.b = 2)",
    ],
  ],
  ["settings before a block, too", "set role x; begin; select 1; commit", ["set role x: tx(select 1)"]],
  [
    "settings that nothing follows are run all the same",
    "vacuum; reset role",
    ["alone(vacuum)", "tx(reset role)"],
  ],
  [
    "a local setting belongs to its transaction",
    "set local a.b = 1; vacuum",
    ["tx(set local a.b = 1)", "alone(vacuum)"],
  ],
  [
    "the author's transactions stay as they are",
    "begin isolation level serializable; select 1; commit; select 2; select 3; start transaction read only; select 4; end;",
    [
      "begin isolation level serializable(select 1)",
      "tx(select 2|select 3)",
      "start transaction read only(select 4) read-only",
    ],
  ],
  [
    "what was tried and taken back is not what stays",
    "begin; select 1; rollback; begin; set transaction read only; select 2; commit",
    ["tx(select 1) undone", "tx(set transaction read only|select 2) read-only"],
  ],
  [
    "a new label of an enum can be used where the file commits as it goes",
    "alter type e add value 'a'; select 1; begin; select 2; commit",
    ["tx(alter type e add value 'a')", "tx(select 1)", "tx(select 2)"],
  ],
  [
    "where the first line says so, each statement is committed by itself, and settings go with what follows them",
    "-- pg-delta: transaction=false\nset a.b = off;\nalter type e add value 'a';\nselect 1;\ndrop subscription s;\nreset all;",
    [
      "set a.b = off: tx(alter type e add value 'a')",
      "tx(select 1)",
      "alone(drop subscription s)",
      "tx(reset all)",
    ],
  ],
  [
    "also behind CRLF, and around the author's transactions",
    "-- pg-delta: transaction=false\r\nselect 1; begin; select 2; select 3; commit; select 4",
    ["tx(select 1)", "tx(select 2|select 3)", "tx(select 4)"],
  ],
  [
    "in any other place, or in other words, that is a comment",
    "-- a\n-- pg-delta: transaction=false\nselect 1; select 2",
    ["tx(select 1|select 2)"],
  ],
  [
    "the whole line counts",
    "-- pg-delta: transaction=false, or so\nselect 1; select 2",
    ["tx(select 1|select 2)"],
  ],
  [
    "but a plain file stays one transaction",
    "alter type e add value 'a'; select 1",
    ["tx(alter type e add value 'a'|select 1)"],
  ],
])("%s", (_, sql, segments) => {
  expect(told(sql)).toEqual(segments);
});

test("a segment's text stands in the file from its byte on, with what is between its statements", () => {
  const sql = "-- ß𝄞\nselect 1;\nvacuum; -- between\n/* here */ select 2; -- and\nselect 3;\n";
  const execution = read(sql);
  if ("rule" in execution) throw new Error(execution.rule);
  const bytes = Buffer.from(sql);
  expect(execution.segments.map((one) => one.sql)).toEqual([
    "select 1",
    "vacuum",
    "select 2; -- and\nselect 3",
  ]);
  for (const { sql: text, start } of execution.segments)
    expect(bytes.subarray(start, start + Buffer.byteLength(text)).toString()).toBe(text);
});
