import { beforeAll, expect, test } from "@jest/globals";
import type { Played } from "../../../../../kit/compatibility/matrix.ts";
import type { Outcome } from "../../../../../kit/compatibility/probes.ts";
import type { Finding } from "../../../../../kit/judge/finding.ts";
import { judge } from "../../../../../kit/judge/judge.ts";
import { type SqlParser, loadParser } from "../../../../../kit/judge/parser.ts";
import { defaultPolicy } from "../../../../../kit/judge/policy.ts";
import { judgeMatrix, withMatrix } from "../../../../../kit/parts/database/plan/say-matrix.ts";
import { partDigest } from "../../../../../kit/release/plan/plan.ts";
import { busyPart } from "../../../../support/planned-release.ts";

let parser: SqlParser;
beforeAll(async () => {
  parser = await loadParser();
});

const pass: Outcome = { is: "pass" };
const fail = (why: string): Outcome => ({ is: "fail", why });
const part = busyPart("migrate", ["0001", "0002"], {
  details: ["0001 one", "0002 two"].map((what) => ({ what, how: [], beware: [] })),
});
const file = (version: string, text: string) => ({
  version,
  name: "",
  path: `${version}.sql`,
  text,
  sha256: "",
});
const files = [file("0001", "select 1;"), file("0002", "-- why\nselect 2;")];

const played = (more: Partial<Played> = {}): Played => ({
  states: ["before", "migrated", "deployed"],
  rows: [
    { probe: "a.ts", outcomes: { before: pass, migrated: fail("no row"), deployed: pass } },
    { probe: "b.ts", outcomes: { before: fail("no key"), migrated: fail("no key"), deployed: pass } },
    { probe: "c", outcomes: { before: pass, migrated: pass, deployed: fail("500") } },
    { probe: "d", outcomes: { before: pass, migrated: { is: "unknown", why: "no time" } } },
  ],
  breaks: [{ probe: "a.ts", why: "no row", file: 1 }],
  silent: new Map(),
  ...more,
});

test("only what passes now can be red; what it is and where stands in the warnings, never in the digest", () => {
  const shown = withMatrix(part, played());
  expect(shown.trials?.[0]?.rows).toEqual([
    ["a.ts", "✓", "✗ no row", "✓"],
    ["b.ts", "– (no key)", "– (no key)", "✓"],
    ["c", "✓", "✓", "✗ 500"],
    ["d", "✓", "– (no time)", "–"],
  ]);
  expect(shown.details?.map(({ beware }) => beware)).toEqual([
    [],
    [
      "a.ts passes now and fails once this has run, with the live functions: no row",
      "c fails with the new functions: 500",
    ],
  ]);
  expect(shown.unverified).toEqual([
    "b.ts does not pass on the live schema either, so it proves little: no key",
  ]);
  expect(partDigest(shown)).toBe(partDigest(part));
});

const findings = (policy = defaultPolicy, of = files, more: Partial<Played> = {}): readonly Finding[] => {
  const told = judge(parser, of).flatMap((one) => one.findings);
  return judgeMatrix(parser, of, played(more), told, policy);
};

test("a break is refused at the first statement of its file, or of the last one where nobody knows", () => {
  const at = (found: readonly Finding[]) =>
    found.map(({ file: path, line, rule, severity, thing }) => [path, line, rule, severity, thing]);
  const thing = "a.ts fails with the live functions (no row)";
  expect(at(findings())).toEqual([["0002.sql", 2, "journey-break", "fail", thing]]);
  const breaks = [{ probe: "a.ts", why: "no row", file: undefined }];
  expect(at(findings(defaultPolicy, files, { breaks }))).toEqual([
    ["0002.sql", 2, "journey-break", "fail", thing],
  ]);
  expect(at(findings({ ...defaultPolicy, breaks_clients: "warn" }))[0]?.[3]).toBe("warn");
  expect(findings({ ...defaultPolicy, breaks_clients: "off" })).toEqual([]);
});

test("a waiver lets its file pass; one that nothing needs is refused where all was tried", () => {
  const waived = (text: string) => `-- rollout-allow: journey-break nobody uses it\n${text}`;
  const second = [file("0001", "select 1;"), file("0002", waived("select 2;"))];
  expect(findings(defaultPolicy, second)).toEqual([]);
  const first = [file("0001", waived("select 1;")), file("0002", "select 2;")];
  expect(findings(defaultPolicy, first).map(({ rule }) => rule)).toEqual(["journey-break"]);
  const whole = { rows: played().rows.slice(0, 1) };
  expect(findings(defaultPolicy, first, whole).map(({ file: path, rule }) => [path, rule])).toEqual([
    ["0002.sql", "journey-break"],
    ["0001.sql", "waiver"],
  ]);
});
