import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { spec } from "../../../actions/observe/spec.ts";
import { expectSummary } from "../../support/golden-summary.ts";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { attempts, completed, failures, start } from "../../support/observed-project.ts";

let stage: ObserveStage;

beforeEach(async () => {
  stage = await observeStage();
});

afterEach(() => stage.project.close());

const minute = 60_000;

/** As many attempts as are given for each minute, from now on. */
function traffic(perMinute: readonly number[], failing: readonly number[] = []): void {
  const { project } = stage;
  let at = 0;
  project.onSleep = () => {
    const name = `m${at}-`;
    project.log(...attempts(perMinute[at] ?? 0, { name }));
    project.log(...failures(Array.from({ length: failing[at] ?? 0 }, (_, one) => `${name}${one + 1}`)));
    at += 1;
  };
}

test("40 clean attempts pass at the first look that sees 32 of them", async () => {
  traffic([20, 20]);
  const { report, outputs } = await stage.observe();
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "0 of 40 attempts failed: with 0, 32 or more pass.",
    next: "Nothing to do.",
  });
  expect(report.evidence).toEqual(
    expect.arrayContaining([
      "0 of 40 attempts failed (results.rpc.failure)",
      "40 of 40 attempts have logged assessment.completed",
      "40 of 40 entries of assessment.completed have RESULTS_VERSION, attempt_no",
      "2 of 2 functions are still live in the observed version",
      "Stands alone: no release was given, so nothing was read from a plan or a record",
    ]),
  );
  expect(outputs).toMatchObject({ failed: "0", attempts: "40", since: "2026-11-22T12:00:00.000Z" });
  expect(stage.project.clock.slept).toEqual([minute, minute, minute]);
  expectSummary("observe-pass", spec, report);
});

test("two failures of the first two attempts fail at once", async () => {
  traffic([2, 30], [2]);
  const { report, outputs } = await stage.observe();
  expect(outputs).toMatchObject({ failed: "2", attempts: "2" });
  expectSummary("observe-fail", spec, report);
});

test("an attempt that fails and is tried again ten times is one failed attempt", async () => {
  traffic([60]);
  stage.project.log(...failures(["m0-1"], 10));
  const { report } = await stage.observe();
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "1 of 60 attempts failed: with 1, 57 or more pass.",
  });
});

test("a required field that is missing fails the release, whatever else is well", async () => {
  traffic([40]);
  stage.project.log({ slug: "finalize", event: completed("x", { attempt_no: null }) });
  const { report } = await stage.observe();
  expect(report).toMatchObject({
    verdict: "fail",
    reason: "1 of 1 entries of assessment.completed lack attempt_no.",
  });
});

test("a required event that nobody logs fails the release at the end of the window, not before", async () => {
  traffic([40]);
  const { report } = await stage.observe({
    events: "assessment.completed: attempt_no\nscoring.completed: attempt_no",
  });
  expect(report).toMatchObject({
    verdict: "fail",
    reason: "scoring.completed was logged for 0 of 40 attempts.",
  });
  expect(stage.project.clock.now()).toBe(start + 10 * minute);
});

test("no traffic is inconclusive, and says so", async () => {
  const { report, outputs } = await stage.observe();
  expect(report).toMatchObject({
    verdict: "inconclusive",
    reason:
      "0 of 0 attempts: there was no traffic; a 2nd failure up to attempt 2 would fail it, 32 more clean attempts pass.",
  });
  expect(outputs).toMatchObject({ failed: "0", attempts: "0" });
  expect(stage.project.clock.now()).toBe(start + 10 * minute);
});

test("too few attempts are inconclusive, unless it is declared what that is to be", async () => {
  traffic([14]);
  expect((await stage.observe()).report).toMatchObject({
    verdict: "inconclusive",
    reason:
      "0 of 14 attempts failed: a 3rd failure up to attempt 27 would fail it, 18 more clean attempts pass.",
  });
  const passed = (await stage.observe({ "on-inconclusive": "pass", window: "0s" })).report;
  expect(passed).toMatchObject({
    verdict: "pass",
    reason: expect.stringContaining("`on-inconclusive` declares to be pass"),
  });
  expect((await stage.observe({ "on-inconclusive": "fail", window: "0s" })).report.verdict).toBe("fail");
});

test("an open verdict of a release is green: WATCHING, how far it is, who looks again, how a person ends it", async () => {
  traffic([14], [1]);
  const { report } = await stage.observe({ release: "production-20261122-0123456789ab-7" });
  expect(report).toMatchObject({ verdict: "inconclusive", green: true });
  expect(report.reason).toBe(
    "WATCHING: 1 of 14 attempts failed: a 3rd failure up to attempt 27 would fail it, 43 more clean attempts pass.",
  );
  expect(report.next).toBe(
    "The release stays live. The next run of the watch caller (examples/workflows/watch.yml) looks again, counting from " +
      "2026-11-22T12:00:00.000Z. To end it now, run that caller by hand with `on-inconclusive` pass or fail, or the rollback " +
      "caller with a reason.",
  );
  expectSummary("observe-watching", spec, report);
  expect((await stage.observe({ window: "0s" })).report.green).toBeUndefined();
});

test("a re-run counts on from the same time", async () => {
  traffic([20, 0, 0, 20]);
  const first = await stage.observe({ window: "2m" });
  expect(first.report.verdict).toBe("inconclusive");
  const second = await stage.observe({ since: first.outputs.since ?? "" });
  expect(second.report).toMatchObject({
    verdict: "pass",
    reason: "0 of 40 attempts failed: with 0, 32 or more pass.",
  });
});

test("entries younger than the lag wait for a later look, and late ones revise what was known", async () => {
  const { project } = stage;
  let at = 0;
  project.onSleep = (now) => {
    at += 1;
    // Failures are there at once; what went well arrives two minutes later, with the time at which it happened.
    if (at === 1) project.log({ event: { event: "results.rpc.failure", session_id: "s1" } });
    if (at === 3) project.log(...attempts(57, { at: now - 2 * minute }));
  };
  const { report } = await stage.observe({ lag: "150s" });
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "1 of 57 attempts failed: with 1, 57 or more pass.",
  });
  const looks = JSON.parse(
    await readFile(`${stage.world.temp}/prism-rollout/observe/observation.json`, "utf8"),
  ) as {
    looks: { attempts: number }[];
  };
  expect(looks.looks.map((look) => look.attempts)).toEqual([0, 57]);
});

test("functions that are replaced meanwhile leave nothing to be said of what is live now", async () => {
  traffic([20, 20]);
  const { project } = stage;
  const before = project.onSleep;
  project.onSleep = (now) => {
    before(now);
    if (now === start + 2 * minute) project.deploy("results");
  };
  const { report } = await stage.observe();
  expect(report).toMatchObject({ verdict: "inconclusive", reason: expect.stringContaining("results 7 → 8") });
});

test("calls that fail before anything is logged keep a release from passing", async () => {
  traffic([40]);
  stage.project.call(200, 40);
  stage.project.call(500, 12);
  const { report } = await stage.observe();
  expect(report).toMatchObject({
    verdict: "inconclusive",
    reason: "0 of 40 attempts failed: with 0, 32 or more pass. But 12 of 52 calls ended with 500 or more.",
  });
});

test("more than a day is counted day by day", async () => {
  const { project } = stage;
  const day = 24 * 60 * minute;
  for (const ago of [3.2, 2.1, 1.3, 0.2]) {
    project.log(...attempts(10, { name: `d${ago}-`, at: start - ago * day }));
  }
  const { report } = await stage.observe({ since: new Date(start - 4 * day).toISOString(), window: "0s" });
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "0 of 40 attempts failed: with 0, 32 or more pass.",
  });
});

test("every look is kept, as whole numbers", async () => {
  traffic([20, 20]);
  const { outputs } = await stage.observe();
  const kept = JSON.parse(await readFile(outputs.observation ?? "", "utf8")) as Record<string, unknown>;
  expect(kept).toMatchObject({
    schema: "prism-rollout/observation@1",
    limits: { tolerable: 10_000, unacceptable: 100_000, falseFail: 10_000, falsePass: 50_000 },
    verdict: { verdict: "pass", x: 0, n: 40 },
    functions: [
      { slug: "finalize", version: 7 },
      { slug: "results", version: 7 },
    ],
  });
  expect((kept["looks"] as { attempts: number }[]).map((look) => look.attempts)).toEqual([0, 20, 40]);
});
