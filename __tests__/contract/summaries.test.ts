import { expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { phaseNames } from "../../kit/release/phases.ts";
import { readSummary } from "../../rehearsal/report/summary.ts";
import { goldenSummaries } from "../support/golden-summary.ts";
import { rendered } from "../support/rendered.ts";

/*
 * What each phase's own tests have kept of its job summary (`expectSummary`), held against the rules for all of them:
 * verdict, reason and next step first; counts as x of n; no raw markup but the folds.
 */
const files = readdirSync(goldenSummaries).sort();
const textOf = (file: string): string => readFileSync(join(goldenSummaries, file), "utf8");
const phases = [...phaseNames, "rollback"];

test.each(phases)("%s: what it says when all is well and when it is not is kept", (phase) => {
  const own = files.filter((file) => file.startsWith(`${phase}-`));
  expect(own).toContain(`${phase}-pass.md`);
  expect(own.length).toBeGreaterThan(1);
});

test.each(files)("%s: verdict, reason and next step come first, in that order, within a screen", (file) => {
  const text = textOf(file).replace(/^<!--.*-->\n/, "");
  const { heads } = readSummary(text);
  expect(heads).toHaveLength(1);
  const [title, reason, next] = text.split("\n\n");
  expect(title).toMatch(/^## [A-Z][A-Za-z ]+: (?:pass|fail|inconclusive|error)$/);
  expect(reason).toMatch(/^\*\*[^]+\*\*$/);
  expect(next).toMatch(/^Next: [^]+$/);
  expect(`${reason}${next}`.length).toBeLessThan(1200);
});

test.each(files.filter((file) => !file.includes("-error")))("%s: says how many of how many", (file) => {
  expect(textOf(file)).toMatch(/\b\d+ of (?:at most )?\d+ /);
});

test.each(files.filter((file) => file.includes("-error")))(
  "%s: an error has its code, or its counts",
  (file) => {
    expect(textOf(file)).toMatch(/PR\d{3}: /);
  },
);

test.each(files)(
  "%s: is drawn as it is meant: headings, lists, tables, folds, and nothing raw beside",
  (file) => {
    const raw = [...rendered(textOf(file)).matchAll(/<(\/?[a-z][a-z0-9]*)/g)].map(([, name]) =>
      name?.replace("/", ""),
    );
    const known = new Set([
      "h2",
      "h3",
      "p",
      "strong",
      "code",
      "pre",
      "ul",
      "ol",
      "li",
      "table",
      "thead",
      "tbody",
      "tr",
      "th",
      "td",
      "details",
      "summary",
      "br",
      "a",
      "sub",
      "input",
      "em",
    ]);
    expect(raw.filter((name) => !known.has(name ?? ""))).toEqual([]);
  },
);
