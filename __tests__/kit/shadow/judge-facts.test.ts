import { beforeAll, expect, test } from "@jest/globals";
import { judge } from "../../../kit/judge/judge.ts";
import { type SqlParser, loadParser } from "../../../kit/judge/parser.ts";
import type { Policy } from "../../../kit/judge/policy.ts";
import type { FactKind } from "../../../kit/shadow/fact.ts";
import { judgeFacts } from "../../../kit/shadow/judge-facts.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

type Told = readonly [kind: FactKind, thing: string, statement?: number, now?: string];

/** What a replay adds to the text's findings, where it has shown these facts. */
function added(text: string, facts: readonly Told[], policy: Policy = {}): readonly string[] {
  const file = { path: "2_x.sql", text };
  const findings = judge(parser, [file], { policy }).flatMap((one) => one.findings);
  const seen = {
    path: file.path,
    facts: facts.map(([kind, thing, statement = 0, now]) => {
      const fact = { kind, on: 1, thing, what: "is gone", statement };
      return now === undefined ? fact : { ...fact, now };
    }),
    locks: [],
    stubbed: [],
    sure: true,
    assumed: [],
    doubted: [],
  };
  return judgeFacts(parser, file, seen, findings, policy).map(({ rule, severity }) => `${severity} ${rule}`);
}

const calls = "select tidy()";

test("rows that are deleted, allowed or not, tell of no table that goes by the same statement", () => {
  const deletes = "do $$ begin delete from notes where id = 1; perform tidy(); end $$";
  const gone: Told = ["table-gone", "table public.notes"];
  expect(added(deletes, [gone])).toEqual(["fail replay-loss"]);
  expect(added(`-- rollout-allow: delete-rows old ones\n${deletes}`, [gone])).toEqual(["fail replay-loss"]);
  expect(added(`-- rollout-allow: replay-loss a rebuild\n${deletes}`, [gone])).toEqual([]);
  expect(added("truncate notes", [["rewritten", "table public.notes"]])).toEqual([]);
});

test("behind its renaming, a thing is told by its new name", () => {
  const text = "alter table notes rename to pages; create index pages_body on pages (body)";
  const called: Told = ["relation-renamed", "table public.notes", 0, "public.pages"];
  expect(added(text, [called, ["scanned", "table public.notes", 1]])).toEqual([]);
  expect(added(text, [["scanned", "table public.notes", 1]])).toEqual(["warn replay-scan"]);
  expect(added(text, [called, ["scanned", "table public.others", 1]])).toEqual(["warn replay-scan"]);
});

test("a finding tells of its own thing only, and of what goes along by CASCADE", () => {
  const drops = "do $$ begin drop table notes; perform tidy(); end $$";
  expect(added(drops, [["table-gone", "table public.notes"]])).toEqual([]);
  expect(added(drops, [["table-gone", "table public.other"]])).toEqual(["fail replay-loss"]);
  const view: Told = ["view-gone", "view public.listed"];
  expect(added("drop table notes", [view])).toEqual(["fail replay-break"]);
  expect(added("drop table notes cascade", [view])).toEqual([]);
});

test("a finding that the policy only warns of does not tell of what it refuses", () => {
  const type = "alter table notes alter column body type varchar(3) using body::varchar(3)";
  const facts: readonly Told[] = [
    ["column-type", "column public.notes.body"],
    ["column-narrowed", "column public.notes.body"],
    ["rewritten", "table public.notes"],
  ];
  expect(added(type, facts)).toEqual([]);
  const other = "alter table notes alter column body type citext";
  expect(added(other, facts, { breaks_clients: "warn" })).toEqual(["fail replay-loss"]);
  expect(added(`-- rollout-allow: alter-column-type known\n${other}`, facts)).toEqual([]);
});

test("what nothing tells is told by the axis of each fact, and nothing where its axis is off", () => {
  const facts: readonly Told[] = [
    ["routine-gone", "function public.score(int4)"],
    ["grant-gone", "rights on public.notes"],
    ["rewritten", "table public.notes"],
  ];
  expect(added(calls, facts)).toEqual(["fail replay-break", "warn replay-tightens", "warn replay-rewrite"]);
  expect(added(calls, facts, { breaks_clients: "off", tightens: "fail", lock_hazard: "off" })).toEqual([
    "fail replay-tightens",
  ]);
});

test("what only the live database shows tells of no replay, and a waiver that no fact needs is a mistake", () => {
  const gone: Told = ["table-gone", "table public.notes"];
  expect(added(`-- rollout-allow: live-effect a trigger\n${calls}`, [gone])).toEqual(["fail replay-loss"]);
  expect(added(`-- rollout-allow: replay-loss a rebuild\n${calls}`, [])).toEqual(["fail waiver"]);
});
