import { beforeAll, expect, test } from "@jest/globals";
import { executionOf } from "../../../../kit/judge/execution.ts";
import { type SqlParser, loadParser } from "../../../../kit/judge/parser.ts";
import { splitFile } from "../../../../kit/judge/split.ts";
import { isNeeded, keptOf } from "../../../../kit/parts/database/run/temporary.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

function segmentsOf(sql: string) {
  const split = splitFile(parser, sql);
  const execution = "message" in split ? undefined : executionOf(split);
  if (execution === undefined || "rule" in execution) throw new Error("it cannot be run");
  return execution.segments;
}

const kept = (sql: string) => {
  const { again, lost } = keptOf(segmentsOf(sql));
  return { again: again.map(({ statement }) => statement.sql), lost: [...lost.keys()] };
};

const define = "create temp table stage (id int)";

test.each([
  ["a definition is made again", define, [define], []],
  [
    "constants are filled in again",
    `${define}; insert into stage values (1), (2)`,
    [define, "insert into stage values (1), (2)"],
    [],
  ],
  [
    "what is read from live tables is lost",
    `${define}; insert into stage select id from live`,
    [define],
    ["stage"],
  ],
  ["so is what is made from them", "create temp table stage as select * from live", [], ["stage"]],
  ["and what calls a function", `${define}; insert into stage values (nextval('s'))`, [define], ["stage"]],
  [
    "and what a body may have filled",
    `${define}; do $$ begin insert into stage select 1; end $$`,
    [define],
    ["stage"],
  ],
  [
    "what is read from what is lost is lost, too",
    "create temp table a as select 1 from live; create temp table b as select * from a",
    [],
    ["a", "b"],
  ],
  [
    "what is dropped is not missed",
    `create temp table stage as select * from live; drop table stage`,
    [],
    [],
  ],
  [
    "what goes with its transaction is not missed",
    "create temp table stage on commit drop as select * from live",
    [],
    [],
  ],
  [
    "a table that is there for all is no temporary one",
    "create table stage as select * from live; insert into stage values (1)",
    [],
    [],
  ],
  [
    "what is prepared and loaded",
    "prepare one as select 1; load 'auto_explain'",
    ["prepare one as select 1", "load 'auto_explain'"],
    [],
  ],
  ["what the author takes back is nothing", `begin; ${define}; rollback; begin; select 1; commit`, [], []],
])("%s", (_, sql, again, lost) => {
  expect(kept(`${sql};\nvacuum;`)).toEqual({ again, lost });
});

test.each([
  ["insert into t select * from stage", true],
  ["insert into t select * from pg_temp.stage", true],
  ["do $$ begin execute 'select * from stage'; end $$", true],
  ["select * from stage_two; select * from old_stage", false],
  ["create temporary table if not exists stage as select 1; select * from stage", false],
  ["select 1", false],
])("%s asks for it: %s", (sql, needed) => {
  expect(isNeeded("stage", segmentsOf(sql))).toBe(needed);
});
