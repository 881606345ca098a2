import { expect, test } from "@jest/globals";
import { join, resolve } from "node:path";
import { rules } from "../../kit/judge/rules.ts";
import { isClean, isDestructive, readCase } from "../../scripts/corpus/read-case.ts";
import { isHeldOut, readCorpus } from "../../scripts/corpus/read-corpus.ts";

const folder = join(resolve(import.meta.dirname, "../.."), "conformance/corpus");
const cases = readCorpus(folder);

const header = {
  data_loss: "yes",
  breaks_clients: "yes",
  tightens: "no",
  lock_hazard: "no",
  line: "9",
  why: "The rows go.",
  postgres: "15-18",
};
const written = (changes: Partial<Record<keyof typeof header, string>> = {}): string =>
  [
    ...Object.entries({ ...header, ...changes }).map(([key, value]) => `-- ${key}: ${value}`),
    "-- pending",
    "drop table a;",
  ].join("\n");

test("every case of the corpus has a whole header, and there are enough of each kind", () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
  expect(cases.filter(isClean).length).toBeGreaterThanOrEqual(60);
  expect(cases.filter(({ labels }) => labels.data_loss === "yes").length).toBeGreaterThanOrEqual(30);
  expect(cases.filter(isDestructive).length).toBeGreaterThanOrEqual(60);
  expect(cases.filter(({ labels }) => labels.tightens === "yes").length).toBeGreaterThanOrEqual(20);
  expect(cases.filter(({ labels }) => labels.lock_hazard === "yes").length).toBeGreaterThanOrEqual(40);
});

test("the rules that cases name exist, and nearly every case that is not clean names some", () => {
  const named = cases.flatMap(({ name, rules: said, waived }) =>
    [...(said?.must ?? []), ...(said?.may ?? []), ...waived].map((rule) => ({ name, rule })),
  );
  expect(named.filter(({ rule }) => !Object.hasOwn(rules, rule))).toEqual([]);
  const silent = cases.filter((one) => one.rules === undefined);
  expect(silent.length).toBeLessThan(cases.length / 20);
});

test("there is enough that is held out, beside enough that is not", () => {
  const apart = cases.filter(isHeldOut);
  expect(apart.length).toBeGreaterThanOrEqual(60);
  expect(apart.filter(isClean).length).toBeGreaterThanOrEqual(20);
  expect(apart.filter(isDestructive).length).toBeGreaterThanOrEqual(20);
  expect(cases.filter((one) => !isHeldOut(one)).length).toBeGreaterThanOrEqual(150);
});

test("every class has a case that hits and one that comes near, but for the ordinary clean migrations", () => {
  const kinds = cases.map(({ name }) => name.replace(/\/(hit|near-miss).*/, " $1"));
  const classes = [...new Set(kinds.map((kind) => kind.replace(/ .*|\/.*/, "")))];
  const oneSided = classes.filter(
    (name) => !kinds.includes(`${name} hit`) || !kinds.includes(`${name} near-miss`),
  );
  expect(oneSided).toEqual(["clean"]);
});

test("a pending file's lines are numbered as in the case's own file", () => {
  const { pending, line } = readCase("a/hit", written());
  expect(pending.map((file) => file.split("\n")[(line ?? 0) - 1])).toEqual(["drop table a;"]);
});

test.each([
  ["an unknown label", written({ lock_hazard: "maybe" }), "a/hit: lock_hazard cannot be maybe"],
  [
    "rows that are lost in part on another axis",
    written({ tightens: "scoped" }),
    "tightens cannot be scoped",
  ],
  [
    "a hit without its line",
    written({ line: "none" }),
    "a decisive line is named exactly when an axis is hit",
  ],
  ["a line outside of the pending files", written({ line: "3" }), "line 3 is not one of a pending file"],
  ["no reason", written({ why: " " }), "why has no value"],
  ["no pending file", written().replace("-- pending\n", ""), "there is no line -- pending"],
  ["a header without a key", written().replace(/-- postgres.*\n/, ""), "the header has data_loss"],
])("a case with %s is refused by name", (_, text, message) => {
  expect(() => readCase("a/hit", text)).toThrow(message);
});
