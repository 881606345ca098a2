import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { attempts, completed, failures, start } from "../../support/observed-project.ts";

let stage: ObserveStage;

beforeEach(async () => {
  stage = await observeStage();
});

afterEach(() => stage.project.close());

/** So many clean attempts in the first minute. */
function come(count: number): void {
  const { project } = stage;
  let waiting = count;
  project.onSleep = () => {
    project.log(...attempts(waiting, { name: "m0-" }));
    waiting = 0;
  };
}

test("what older versions, other functions and former times logged is not this release's", async () => {
  const { project } = stage;
  project.deploy("other");
  project.log(...attempts(5, { name: "old", version: 6 }), ...attempts(5, { name: "other", slug: "other" }));
  project.log(...attempts(5, { name: "before", at: start - 1 }));
  project.log(...failures(["a", "b", "c"]).map((entry) => ({ ...entry, version: 6 })));
  come(33);
  const { report } = await stage.observe({ functions: "finalize, results" });
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "0 of 33 attempts failed: with 0, 32 or more pass.",
  });
});

test("synthetic attempts are counted apart and decide nothing", async () => {
  const { project } = stage;
  come(32);
  project.log({ slug: "finalize", event: completed("robot", { synthetic: true }) });
  project.log({ event: { event: "results.rpc.failure", session_id: "robot", synthetic: true } });
  const { report } = await stage.observe();
  expect(report.reason).toBe("0 of 32 attempts failed: with 0, 32 or more pass.");
  expect(report.evidence).toContain("1 of 1 synthetic attempts failed (counted apart)");
});

test("failures that name no attempt keep a release from passing", async () => {
  come(40);
  stage.project.log({ event: { event: "results.rpc.failure" } });
  const { report } = await stage.observe({ window: "3m" });
  expect(report).toMatchObject({
    verdict: "inconclusive",
    reason: "1 entries have no session_id: whether their attempts failed cannot be told.",
  });
});

test("events that name no attempt are told as what they are, not as no traffic", async () => {
  come(14);
  const { report } = await stage.observe({ "attempt-key": "order_id" });
  expect(report).toMatchObject({
    verdict: "inconclusive",
    reason: "14 entries have no order_id: whether their attempts failed cannot be told.",
    next: expect.stringMatching(/^Set `attempt-key` to fields that all of these events have\./),
  });
});
