import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { verify } from "../../cli/verify/verify.ts";
import { type Facts, statementOf, writeStatement } from "../../kit/release/evidence/statement.ts";
import { complete, intend } from "../../kit/release/record/receipt.ts";
import { paper } from "../support/paper.ts";

const release = "production-20261128-0123456789ab-42";
const intent = { release, phase: "migrate", attempt: 1, component: "0008", before: null } as const;
const facts: Facts = {
  release,
  target: "production",
  commit: "0123456789abcdef0123456789abcdef01234567",
  repository: "acme/prism",
  run: "https://github.com/acme/prism/actions/runs/42",
  outcome: "released",
  because: "every phase said pass",
  digests: {},
  phases: [
    {
      phase: "smoke",
      result: "success",
      verdict: "pass",
      evidence: ["4 of 4 specs passed"],
      startedAt: null,
      completedAt: null,
    },
  ],
  reviews: [],
  looks: [],
  undone: [],
  timeline: [],
  receipts: [complete(intend({ ...intent, intended: "0008", approvedBy: ["ada"] }, undefined), "done")],
};
const written = writeStatement(statementOf(facts));

async function run(text: string | undefined, ...args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-verify-"));
  if (text !== undefined) await writeFile(join(folder, "evidence.json"), text);
  const [stdout, stderr] = [paper(), paper()];
  const terminal = { stdout, stderr, env: {}, cwd: () => folder } as unknown as Parameters<typeof verify>[1];
  const status = await verify(args, terminal);
  return { status, out: stdout.text, err: stderr.text };
}

test("evidence that holds is told with what it says: outcome, who approved, verdicts with x of n", async () => {
  const { status, out } = await run(written.text, "evidence.json", "--sha256", written.sha256);
  expect(status).toBe(0);
  expect(out.split("\n")).toEqual([
    "holds: evidence.json is as the release has written it",
    `${release}: released, because every phase said pass`,
    `  commit ${facts.commit} of acme/prism`,
    "  1 receipts in 1 chains",
    "  approved: migrate by ada",
    "  smoke: pass; 4 of 4 specs passed",
    "",
  ]);
});

test("quiet: nothing is said of evidence that holds, and all of what does not", async () => {
  expect(await run(written.text, "evidence.json", "--quiet")).toEqual({ status: 0, out: "", err: "" });
  const { status, out } = await run("{}", "evidence.json", "--quiet");
  expect([status, out]).toEqual([1, expect.stringMatching(/^does not hold: evidence\.json/)]);
});

test("evidence that was changed does not hold, and says where", async () => {
  const forged = written.text.replace('"ada"', '"mallory"');
  const { status, out } = await run(forged, "evidence.json");
  expect(status).toBe(1);
  expect(out.split("\n").slice(0, 2)).toEqual([
    "does not hold: evidence.json",
    "  - receipt 1 of migrate (0008) was changed: it does not have its digest",
  ]);
});

test("a whole other file that holds by itself is not the one whose digest the release has told", async () => {
  const other = writeStatement(statementOf({ ...facts, outcome: "rolled-back" }));
  expect((await run(other.text, "evidence.json")).status).toBe(0);
  const { status, out } = await run(other.text, "evidence.json", "--sha256", written.sha256, "--json");
  expect({ status, told: JSON.parse(out) as unknown }).toEqual({
    status: 1,
    told: {
      schema: "prism-rollout/verify@1",
      holds: false,
      release,
      outcome: "rolled-back",
      receipts: 1,
      problems: [`the file's digest is ${other.sha256}, not the one that was told`],
    },
  });
});

test.each([
  ["<html>", "it is no in-toto statement with prism-rollout/evidence@1"],
  ["{}", "it is no in-toto statement with prism-rollout/evidence@1"],
])("what is no evidence is told so: %s", async (text, problem) => {
  expect(await run(text, "evidence.json")).toMatchObject({
    status: 1,
    out: expect.stringContaining(problem),
  });
});

test("a file that is not there, and wrong usage", async () => {
  expect(await run(undefined, "evidence.json")).toMatchObject({
    status: 1,
    err: expect.stringContaining("cannot be read"),
  });
  for (const args of [[], ["a", "b"], ["a", "--sha256", "x"], ["a", "--wrong"]])
    expect((await run(undefined, ...args)).status).toBe(64);
  expect((await run(undefined, "--help")).out).toContain("prism-rollout verify");
});
