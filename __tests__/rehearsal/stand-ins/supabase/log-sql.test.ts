import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { boardQueries } from "../../../../kit/providers/logs/supabase/board-queries.ts";
import { quoted } from "../../../../kit/providers/logs/supabase/sql-text.ts";
import { callsSql, tallySql } from "../../../../kit/providers/logs/supabase/tally-sql.ts";
import { runQuery } from "../../../../rehearsal/stand-ins/supabase/log-sql/run.ts";
import { QueryError } from "../../../../rehearsal/stand-ins/supabase/log-sql/tokens.ts";
import type { LogRow } from "../../../../rehearsal/stand-ins/supabase/state.ts";

// What is compared row by row with a real ClickHouse stands in conformance/clickhouse.

const row = (id: string, message: string, more: Partial<LogRow> = {}): LogRow => ({
  id,
  timestamp: `2026-11-22T10:00:0${id}.000000`,
  source: "function_logs",
  event_message: message,
  severity_text: "INFO",
  log_attributes: { function_id: "f", version: "7" },
  ...more,
});

const rows = [
  row("1", `{"event":"a","session_id":"s"}\n`),
  row("2", "text"),
  row("3", "", { source: "edge_logs" }),
];

const run = (sql: string): readonly unknown[] => runQuery(sql, rows, 1000);

test("rows, conditions, order and limit", () => {
  expect(
    run("select id, source from logs where source != 'edge_logs' order by timestamp desc limit 1"),
  ).toEqual([{ id: "2", source: "function_logs" }]);
  expect(run("select log_attributes['version'] as v from logs where id = '1'")).toEqual([{ v: "7" }]);
  expect(
    run("select id from logs where (id = '1' or id = '2') and not startsWith(event_message, '{')"),
  ).toEqual([{ id: "2" }]);
});

test("counts without a group are one row, also of nothing", () => {
  expect(run("select count() as n, countIf(source = 'edge_logs') as edge from logs")).toEqual([
    { n: 3, edge: 1 },
  ]);
  expect(run("select count() as n from logs where id = '9'")).toEqual([{ n: 0 }]);
  expect(run("select source, count() as n from logs where id = '9' group by source")).toEqual([]);
});

test("a distinct count takes no notice of null", () => {
  const key = "nullIf(JSONExtractRaw(event_message, 'session_id'), '')";
  expect(run(`select count(distinct ${key}) as n from logs`)).toEqual([{ n: 1 }]);
});

test.each([
  "select * from logs",
  "select count(*) from logs",
  "select id from function_logs",
  "select nothing from logs",
  "select id, count() from logs",
  "select id from logs where count() > 1",
  "select quantile(0.95)(id) from logs",
  "select id from logs join logs as b",
  "select id from logs; drop table logs",
  "select id from logs where timestamp > 'soon'",
  "select a as b, b as a from logs",
  "insert into logs values (1)",
  "select 'open from logs",
  "",
])("%p is refused, never guessed at", (sql) => {
  expect(() => run(sql)).toThrow(QueryError);
});

test("whatever is typed, there is an answer or a refusal", () => {
  const word = fc.constantFrom(
    ..."select from logs where and or not in ( ) , = 'a' 1 count() id as group by order limit log_attributes['x'] -- ;".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 25 }), (words) => {
      try {
        expect(Array.isArray(run(words.join(" ")))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(QueryError);
      }
    }),
    { numRuns: 2000 },
  );
});

test("any text travels into a query and back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(
        runQuery(`select id from logs where event_message = ${quoted(text)}`, [row("1", text)], 10),
      ).toEqual([{ id: "1" }]);
    }),
  );
});

const name = fc.stringMatching(/^[\w.:/-]{1,20}$/);
const field = fc.stringMatching(/^\w{1,20}$/);

test("every question that can be asked is one that is understood", () => {
  fc.assert(
    fc.property(
      fc.dictionary(name, fc.array(field, { maxLength: 3 }), {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      }),
      fc.array(name, { maxLength: 2 }),
      fc.array(field, { minLength: 1, maxLength: 3 }),
      fc.array(fc.record({ id: fc.uuid(), slug: name, version: fc.nat() }), { maxLength: 3 }),
      (events, failures, attemptKey, functions) => {
        const asked = {
          events,
          failures,
          attemptKey,
          functions,
          eventField: "event",
          syntheticField: "synthetic",
        };
        const question = { ...asked, from: Date.UTC(2026, 0, 1), until: Date.UTC(2026, 0, 2) };
        for (const sql of [
          tallySql(question),
          callsSql(question),
          ...boardQueries(question).map((one) => one.sql),
        ])
          expect(Array.isArray(run(sql))).toBe(true);
      },
    ),
  );
});
