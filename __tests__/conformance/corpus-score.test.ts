import { expect, test } from "@jest/globals";
import { type Judged, judgementIn } from "../../scripts/corpus/judge-case.ts";
import { type CorpusCase, type Label, readCase } from "../../scripts/corpus/read-case.ts";
import { misses, ruleScores, scores, targets } from "../../scripts/corpus/score.ts";

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
const said = (...axes: string[]): Judged => ({
  findings: axes.map((axis) => ({ rule: "a-rule", axis, severity: "fail", line: 9, waived: null })),
  problem: undefined,
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
  ["a loss by a condition that is not found", labelled("a", "scoped"), said(), ["destructive missed"]],
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
  expect(targets.map(({ name }) => name)).toEqual(["data_loss", "destructive", "lock_hazard", "clean files"]);
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

test("a rule is right or wrong about its own axis, once a case", () => {
  const judged = said("data_loss", "data_loss", "lock_hazard");
  expect(ruleScores([{ of: labelled("mixed", "yes"), judged }])).toEqual([
    { rule: "a-rule (data_loss)", right: 1, wrong: [] },
    { rule: "a-rule (lock_hazard)", right: 0, wrong: ["mixed"] },
  ]);
});

test("what is waived, a note, or about the history is not held against a case", () => {
  const finding = { rule: "r", axis: "data_loss", severity: "fail", line: 1, waived: null };
  const findings = [finding, { ...finding, waived: "why" }, { ...finding, severity: "note" }];
  const files = [
    { file: "/m/0001_history.sql", findings },
    { file: "/m/0002_pending.sql", findings },
  ];
  expect(judgementIn(JSON.stringify({ files }))).toEqual({ findings: [finding], problem: undefined });
  expect(judgementIn("no such command")).toBeUndefined();
});
