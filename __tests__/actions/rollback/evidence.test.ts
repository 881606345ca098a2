import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import type { Statement } from "../../../kit/release/evidence/statement.ts";
import { verifyStatement } from "../../../kit/release/evidence/verify.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function stage(options?: Parameters<typeof liveRelease>[0]): Promise<LiveRelease> {
  const made = await liveRelease(options);
  open.push(made);
  return made;
}

const smokeFails = needsUntil("smoke", "failure", {
  verdict: "fail",
  failed: "playwright",
  evidence: '["3 of 4 specs passed"]',
});

async function evidenceOf({ world }: LiveRelease): Promise<Statement> {
  const file = join(world.temp, "prism-rollout/rollback/evidence.json");
  return JSON.parse(await readFile(file, "utf8")) as Statement;
}

test("a release that went back leaves evidence that holds: what each phase said, did, and what was undone", async () => {
  const made = await stage();
  const artifacts = join(made.world.temp, "prism-rollout");
  const { report } = await made.rollback({ needs: smokeFails, artifacts });
  const statement = await evidenceOf(made);
  expect(verifyStatement(statement).problems).toEqual([]);
  const { predicate } = statement;
  expect(predicate).toMatchObject({
    release: made.release,
    outcome: "rolled-back",
    because: "smoke says fail",
    chains: {
      "deploy-functions": { receipts: 1 },
      "deploy-web": { receipts: 2 },
      rollback: { receipts: 2 },
    },
    undone: [
      { component: "web", outcome: "reverted" },
      { component: "hello", outcome: "reverted" },
      { component: "world", outcome: "reverted" },
    ],
  });
  expect(predicate.phases.find(({ phase }) => phase === "smoke")).toMatchObject({
    verdict: "fail",
    evidence: ["3 of 4 specs passed"],
  });
  // What the artifacts know of it: what came of each change.
  expect(predicate.receipts.map(({ receipt }) => [receipt.phase, receipt.state])).toEqual([
    ["deploy-functions", "done"],
    ["deploy-web", "done"],
    ["deploy-web", "done"],
    ["rollback", "done"],
    ["rollback", "done"],
  ]);
  expect(report.evidence).toContainEqual(
    expect.stringMatching(/^5 receipts are kept in evidence\.json \(sha256 [0-9a-f]{64}\)$/),
  );
});

test("without the artifacts the record tells what was intended, and the evidence holds all the same", async () => {
  const made = await stage();
  await made.rollback({ needs: smokeFails, artifacts: join(made.world.temp, "nothing") });
  const statement = await evidenceOf(made);
  expect(verifyStatement(statement).problems).toEqual([]);
  expect(statement.predicate.receipts.map(({ receipt }) => [receipt.phase, receipt.state])).toEqual([
    ["deploy-functions", "intended"],
    ["deploy-web", "intended"],
    ["deploy-web", "intended"],
    ["rollback", "done"],
  ]);
});

test("receipts among the artifacts that the record contradicts are not taken, nor what is no receipt", async () => {
  const made = await stage();
  const artifacts = join(made.world.temp, "downloaded");
  const file = join(made.world.temp, "prism-rollout/deploy-web/receipts.json");
  const [own] = JSON.parse(await readFile(file, "utf8")) as readonly object[];
  const forged = [{ ...own, approvedBy: ["mallory"] }, { seq: 2 }, "text"];
  for (const [folder, text] of [
    ["a", JSON.stringify(forged)],
    ["b", "<html>"],
  ] as const) {
    await mkdir(join(artifacts, folder), { recursive: true });
    await writeFile(join(artifacts, folder, "receipts.json"), text);
  }
  await made.rollback({ needs: smokeFails, artifacts });
  const { predicate } = await evidenceOf(made);
  expect(predicate.receipts.flatMap(({ receipt }) => receipt.approvedBy)).toEqual([]);
  expect(predicate.chains).toMatchObject({ "deploy-web": { receipts: 2 } });
});
