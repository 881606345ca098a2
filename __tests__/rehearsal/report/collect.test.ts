import { expect, test } from "@jest/globals";
import { collector } from "../../../rehearsal/report/collect.ts";
import { playText, stage, suite } from "../player/stage.ts";
import { playSmallChain } from "./play.ts";

test("a play becomes phases: the jobs of the called workflow, in its order", async () => {
  const heard = collector();
  const result = await playSmallChain(heard.event);
  const [plan, migrate, web, notify, ...more] = heard.phases(result);
  expect(more).toEqual([]);
  expect(plan).toMatchObject({
    name: "plan",
    result: "success",
    because: undefined,
    gate: undefined,
    waited: 0,
    evidence: ["2 of 3 gates are there"],
    annotations: [],
    summary: "## Plan: pass\n\n**Two things.**\n\nNext: Approve.",
  });
  expect(migrate).toMatchObject({
    name: "migrate",
    result: "failure",
    gate: { environment: "production-migrate", answer: "approved", by: "ada" },
    evidence: [],
    annotations: [{ level: "error", message: "0009 failed. Mend it." }, { level: "error" }],
  });
  expect(migrate?.waited).toBeGreaterThanOrEqual(3000);
  expect(web).toMatchObject({
    result: "skipped",
    readyAt: undefined,
    endedAt: undefined,
    worked: 0,
    log: [],
  });
  expect(notify).toMatchObject({
    result: "success",
    because: "failure, and the chain goes on all the same",
    gate: { environment: "production-ungated", answer: "approved", by: undefined },
  });
});

test("a phase is ready when its gate is reached, and its times add up", async () => {
  const heard = collector();
  const result = await playSmallChain(heard.event);
  const [plan, migrate] = heard.phases(result);
  expect(migrate?.readyAt).toBeGreaterThanOrEqual(plan?.endedAt ?? Infinity);
  const spent = (migrate?.endedAt ?? NaN) - (migrate?.readyAt ?? NaN);
  expect(spent).toBeGreaterThanOrEqual((migrate?.waited ?? NaN) + (migrate?.worked ?? NaN) - 5);
});

test("a log has a line for each step and what it said below it, groups indented, debug left out", async () => {
  const heard = collector();
  const result = await playSmallChain(heard.event);
  const log = heard.phases(result)[1]?.log.join("\n") ?? "";
  expect(log).toMatch(/^▸ .*printf/);
  expect(log).toContain("\n  Details\n    first\n  second\n");
  expect(log).toContain("\n  error: 0009 failed. Mend it.\n");
  expect(log).toMatch(/\n  failure after \d/);
  expect(log).not.toContain("  hidden");
});

test("a call that fails before its first job is told by the calling job", async () => {
  const heard = collector();
  const files = {
    ".github/workflows/rollout.yml":
      "on: { workflow_call: { inputs: { n: { type: number, required: true } } } }\njobs: { a: { runs-on: u, steps: [{ run: 'true' }] } }",
  };
  const text = `on: push\njobs:\n  rollout:\n    uses: ${suite}/.github/workflows/rollout.yml@v1\n    with: { n: "\${{ github.actor }}" }\n`;
  const { result } = await playText(stage(files), text, { during: heard.event });
  expect(heard.phases(result)).toMatchObject([
    { name: "rollout", result: "failure", annotations: [{ level: "error" }] },
  ]);
});
