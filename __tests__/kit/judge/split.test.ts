import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type SqlParser, loadParser } from "../../../kit/judge/parser.ts";
import { splitFile } from "../../../kit/judge/split.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

function pieces(text: string): readonly string[] {
  const split = splitFile(parser, text);
  if ("message" in split) throw new Error(split.message);
  return split.pieces;
}

test("comments stay with the statement below them, and after the last one they are a piece of their own", () => {
  expect(pieces("-- a\nselect 1; -- b\nselect 2;\n-- c\n")).toEqual([
    "-- a\nselect 1",
    "-- b\nselect 2",
    "-- c",
  ]);
  expect(pieces("-- only comment\n")).toEqual(["-- only comment"]);
  expect(pieces(" \n")).toEqual([]);
  expect(pieces("select 1 ;; ; select 2")).toEqual(["select 1", "select 2"]);
});

test("a semicolon below a comment ends it as a piece of its own, as the Supabase CLI has it", () => {
  expect(pieces("select 1; -- c\n;\nselect 2;/* d */;")).toEqual(["select 1", "-- c", "select 2", "/* d */"]);
  const split = splitFile(parser, "-- a\n;\n-- b\nselect 1");
  expect(split).toMatchObject({ statements: [{ text: "-- b\nselect 1", line: 4, column: 1 }] });
});

test.each([
  "create function f() returns int language sql begin atomic select 1; select 2; end",
  "create function f() returns int language plpgsql as $x$ begin return 1; end; $x$",
  "create rule r as on insert to t do also (delete from a; delete from b)",
  "select ';' || E'\\';' || $$;$$ /* ; /* ; */ ; */ || \"a;b\" from t -- ;",
])("a semicolon inside does not split: %s", (sql) => {
  expect(pieces(`${sql}\n;select 1`)).toEqual([sql, "select 1"]);
});

test("statements of any text come back as they were put together", () => {
  const literal = fc
    .string({ unit: "grapheme" })
    .map((text) => text.replaceAll("\0", "").replaceAll("'", "''"));
  const statement = fc.oneof(
    literal.map((text) => `select '${text}'`),
    fc.stringMatching(/^[a-z ;'-]{0,20}$/).map((text) => `do $body$ begin null; -- ${text}\n end $body$`),
    fc.stringMatching(/^[a-z ;'-]{0,20}$/).map((text) => `-- ${text}\nselect 1`),
    fc.stringMatching(/^[a-z ;'-]{0,20}$/).map((text) => `/* ${text} */ select 1`),
  );
  fc.assert(
    fc.property(
      fc.array(statement, { maxLength: 6 }),
      fc.constantFrom(";", ";\n", " ;\r\n\t"),
      (all, between) => {
        expect(pieces(all.map((one) => one + between).join(""))).toEqual(all);
      },
    ),
  );
});

test("each statement knows its line and column, comments above it not counted", () => {
  const split = splitFile(parser, "-- ß\n\n  select '𝄞'; select\n 2;");
  expect(split).toMatchObject({
    statements: [
      { line: 3, column: 3 },
      { line: 3, column: 16 },
    ],
  });
});
