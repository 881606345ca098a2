import { expect, test } from "@jest/globals";
import { loadParser } from "../../kit/judge/parser.ts";
import type { Concern } from "../../kit/judge/rule.ts";
import { type Judged, judgeCase } from "../../scripts/corpus/judge-case.ts";
import { type CorpusCase, type Label, readCase } from "../../scripts/corpus/read-case.ts";
import { misses, scores, targets } from "../../scripts/corpus/score.ts";
import { ruleScores } from "../../scripts/corpus/score-rules.ts";
import { onLanes } from "../../scripts/corpus/shadows.ts";
import { axesTold } from "../../scripts/corpus/told.ts";

const labelled = (name: string, dataLoss: Label, lockHazard: Label = "no"): CorpusCase =>
  readCase(
    name,
    [
      `-- data_loss: ${dataLoss}`,
      "-- breaks_clients: no",
      "-- tightens: no",
      `-- lock_hazard: ${lockHazard}`,
      `-- line: ${[dataLoss, lockHazard].some((label) => label === "yes" || label === "scoped") ? 9 : "none"}`,
      "-- why: It is a test.",
      "-- postgres: 15-18",
      "-- pending",
      "select 1;",
    ].join("\n"),
  );
const said = (...axes: Concern[]): Judged => ({
  findings: axes.map((axis) => ({ rule: "a-rule", axis, line: 9 })),
  waived: [],
});
const scored = (of: CorpusCase, judged: Judged): string[] =>
  scores([{ of, judged }]).flatMap(({ name, missed, invented }) => [
    ...missed.map(() => `${name} missed`),
    ...invented.map(() => `${name} invented`),
  ]);

test.each<[string, CorpusCase, Judged, string[]]>([
  ["a loss that is found", labelled("a", "yes"), said("data_loss"), []],
  ["a loss that is not", labelled("a", "yes"), said(), ["data_loss missed", "destructive missed"]],
  [
    "a loss that is called something else",
    labelled("a", "yes"),
    said("breaks_clients"),
    ["data_loss missed", "breaks_clients invented"],
  ],
  [
    "a loss behind SQL that cannot be read",
    labelled("a", "yes"),
    said("opaque"),
    ["breaks_clients invented"],
  ],
  ["a loss by a condition", labelled("a", "scoped"), said("data_loss"), []],
  [
    "a loss by a condition that is not found",
    labelled("a", "scoped"),
    said("lock_hazard"),
    ["lock_hazard invented", "scoped losses missed", "destructive missed"],
  ],
  ["what readers differ on", labelled("a", "either"), said("data_loss"), []],
  [
    "a hazard with a false loss beside it",
    labelled("a", "no", "yes"),
    said("lock_hazard", "data_loss"),
    ["data_loss invented", "destructive invented"],
  ],
  ["a clean file", labelled("a", "no"), said(), []],
  ["a clean file with a finding of any kind", labelled("a", "no"), said("invalid"), ["clean files invented"]],
])("%s is scored", (_, of, judged, wrong) => {
  expect(scored(of, judged)).toEqual(wrong);
});

test("a promise is kept to its last per cent, and not kept is said of each one", () => {
  expect(targets.map(({ name }) => name)).toEqual([
    "data_loss",
    "destructive",
    "lock_hazard",
    "clean files",
    "waivers",
  ]);
  const lost = { of: labelled("lost", "yes"), judged: said() };
  const alarm = { of: labelled("clean", "no"), judged: said("lock_hazard") };
  const silent = (count: number) =>
    Array.from({ length: count }, () => ({ of: labelled("c", "no"), judged: said() }));
  expect(misses(scores([lost]))).toEqual([
    "data_loss: fewer than 100 % found",
    "destructive: fewer than 98 % found",
  ]);
  expect(misses(scores([alarm, ...silent(48)]))).toEqual([
    "lock_hazard: more than 2 % false",
    "clean files: more than 2 % false",
  ]);
  expect(misses(scores([alarm, ...silent(49)]))).toEqual([]);
});

test("a rule is scored where somebody has said which rules are right, and on what harms nobody", () => {
  const of = (name: string, rules?: CorpusCase["rules"]): CorpusCase => ({
    ...labelled(name, rules ? "yes" : "no"),
    ...(rules ? { rules } : {}),
  });
  const unlabelled = labelled("nobody has said", "yes");
  expect(
    ruleScores(
      ["a-rule", "b-rule"],
      [
        { of: of("found", { must: ["a-rule"], may: [] }), judged: said("data_loss", "lock_hazard") },
        { of: of("missed", { must: ["a-rule"], may: [] }), judged: said() },
        { of: of("allowed to", { must: ["b-rule"], may: ["a-rule"] }), judged: said("data_loss") },
        { of: of("clean"), judged: said("data_loss") },
        { of: unlabelled, judged: said("data_loss") },
      ],
    ),
  ).toEqual([
    { rule: "a-rule", there: 2, missed: ["missed"], absent: 1, invented: ["clean"] },
    { rule: "b-rule", there: 1, missed: ["allowed to"], absent: 3, invented: [] },
  ]);
});

test("what a comment allows is scored by itself: just those rules", () => {
  const allowed = { ...labelled("allowed", "no"), waived: ["a-rule"] };
  const judged = (...waived: string[]): Judged => ({ findings: [], waived });
  expect(scored(allowed, judged("a-rule"))).toEqual([]);
  expect(scored(allowed, judged())).toEqual(["waivers missed"]);
  expect(scored(allowed, judged("a-rule", "b-rule"))).toEqual(["waivers missed"]);
  expect(scored(labelled("nothing is", "no"), judged("a-rule"))).toEqual(["waivers invented"]);
});

test("what is waived, or is about the history, is not held against a case; two axes are two findings", async () => {
  const parser = await loadParser();
  const drop = (waiver: string): CorpusCase =>
    readCase(
      "a",
      [
        ...Object.entries({ data_loss: "yes", breaks_clients: "yes", tightens: "no", lock_hazard: "no" }).map(
          ([axis, label]) => `-- ${axis}: ${label}`,
        ),
        "-- line: 12",
        "-- why: It is a test.",
        "-- postgres: 15-18",
        "drop table of_long_ago;",
        "create table a (id int);",
        "-- pending",
        waiver,
        "drop table a;",
      ].join("\n"),
    );
  const rule = "drop-table";
  expect(judgeCase(parser, drop("-- for nobody")).findings).toEqual([
    { rule, axis: "data_loss", line: 12 },
    { rule, axis: "breaks_clients", line: 12 },
  ]);
  expect(judgeCase(parser, drop("-- rollout-allow: drop-table nobody reads it"))).toEqual({
    findings: [],
    waived: [rule],
  });
});

test("two witnesses stand side by side, each with what it found and what it said of nothing", () => {
  const lost = { of: labelled("lost", "yes"), judged: said() };
  const seen = { of: labelled("lost", "yes"), judged: said("data_loss") };
  const lines = axesTold([
    { by: "by its text", all: scores([lost]) },
    { by: "and by its replay", all: scores([seen]) },
  ]);
  const [by, head, loss] = lines.map((line) => line.split(/ {2,}/));
  expect(by).toEqual(["", "by its text", "and by its replay"]);
  expect(head).toEqual(["axis", "found", "false", "found", "false"]);
  expect(loss).toEqual(["data_loss", "0/1 (0.0 %)", "–", "1/1 (100.0 %)", "–"]);
});

test("work on several lanes is done once each, one at a time a lane, and is in its order", async () => {
  const busy = new Set<string>();
  const done = await onLanes([30, 1, 20, 2, 10, 3], ["a", "b"], async (one, lane) => {
    expect(busy.has(lane)).toBe(false);
    busy.add(lane);
    for (let turn = 0; turn < one; turn += 1) await Promise.resolve();
    busy.delete(lane);
    return `${one} done`;
  });
  expect(done).toEqual([30, 1, 20, 2, 10, 3].map((one) => `${one} done`));
});
