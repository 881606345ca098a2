import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { type Entry, attempts, completed, failures, start } from "../../support/observed-project.ts";

let stage: ObserveStage;

beforeEach(async () => {
  stage = await observeStage();
});

afterEach(() => stage.project.close());

const minute = 60_000;
const at = start + 1_000;
const soon = { window: "2m" };

const broken = (message: string): Entry => ({ at, event: message });

test("an entry that is cut off within a failure keeps a release from passing", async () => {
  const whole = JSON.stringify({ event: "results.rpc.failure", session_id: "s1" });
  stage.project.log(...attempts(40, { at }), broken(whole.slice(0, -3)));
  const { report } = await stage.observe(soon);
  expect(report).toMatchObject({
    verdict: "inconclusive",
    reason: "1 entries name a failure but are no whole JSON: whose attempts failed cannot be told.",
    next: "Log every entry as one JSON object, of at most 10,000 characters.",
  });
  expect(report.evidence).toContain("1 entries name a failure but are no whole JSON");
});

test("so does a failure that was logged as an object and not as JSON", async () => {
  stage.project.log(...attempts(40, { at }), broken('{ event: "results.rpc.failure", session_id: "s1" }\n'));
  expect((await stage.observe(soon)).report.verdict).toBe("inconclusive");
});

test.each([
  ["broken JSON", "{ not json"],
  ["a text", "listening on port 8000"],
  ["a list", '["event","results.rpc.failure"]'],
  ["another event that speaks of the failure", '{"event":"other","said":"\\"results.rpc.failure\\""}'],
  ["an event that is a number", '{"event":5,"session_id":"s1"}'],
  ["an event that is an object", '{"event":{"event":"assessment.completed"},"session_id":"s1"}'],
  ["the name of no event at all", '{"event":"toString","session_id":"s1"}'],
])("%s in the log is nobody's attempt, and keeps nothing from passing", async (_, message) => {
  stage.project.log(...attempts(32, { at }), broken(message));
  expect((await stage.observe(soon)).report).toMatchObject({
    verdict: "pass",
    reason: expect.stringMatching(/^0 of 32 attempts failed/),
  });
});

test.each([null, "", undefined])("an attempt whose key is %j has no name", async (session_id) => {
  stage.project.log(...attempts(40, { at }), { at, event: completed("x", { session_id }) });
  expect((await stage.observe(soon)).report).toMatchObject({
    verdict: "inconclusive",
    reason: expect.stringContaining("1 entries have no session_id"),
  });
});

test("a key of another type is another attempt: what cannot be told is counted as more, never as less", async () => {
  const failing = [1, "1", true].map((session_id) => ({
    at,
    event: { event: "results.rpc.failure", session_id },
  }));
  stage.project.log(...attempts(20, { at }), ...failing);
  expect((await stage.observe(soon)).report).toMatchObject({
    verdict: "fail",
    reason: expect.stringMatching(/^3 of 23 attempts failed/),
  });
});

test("rows that the source gives twice count once", async () => {
  const { project } = stage;
  project.log(...attempts(18, { at }), ...failures(["s1", "s2", "s3"]).map((entry) => ({ ...entry, at })));
  project.state.logs.push(...project.state.logs);
  expect((await stage.observe(soon)).report).toMatchObject({
    verdict: "fail",
    reason: expect.stringMatching(/^3 of 18 attempts failed/),
  });
});

/** The same project, looked at by a runner whose clock is wrong. */
async function skewed(by: number): Promise<ObserveStage> {
  await stage.project.close();
  stage = await observeStage({});
  const { project, world } = stage;
  const wrong = await observeStage({
    clock: { now: () => project.clock.now() + by, sleep: (ms, signal) => project.clock.sleep(ms, signal) },
  });
  await wrong.project.close();
  return {
    project,
    world,
    observe: (given = {}) => wrong.observe({ "supabase-api-url": project.url, ...given }),
  };
}

test("a runner whose clock is an hour behind sees no traffic yet, and passes nothing", async () => {
  const late = await skewed(-60 * minute);
  late.project.log(...attempts(40, { at }));
  const { report } = await late.observe({ since: new Date(start).toISOString() });
  expect(report).toMatchObject({
    verdict: "inconclusive",
    reason: expect.stringContaining("there was no traffic"),
  });
});

test("a runner whose clock is ahead counts what there is, from the same time", async () => {
  const early = await skewed(10 * minute);
  early.project.log(
    ...attempts(40, { at }),
    ...failures(["old"]).map((entry) => ({ ...entry, at: start - 1 })),
  );
  const { report } = await early.observe({ since: new Date(start).toISOString() });
  expect(report).toMatchObject({
    verdict: "pass",
    reason: expect.stringMatching(/^0 of 40 attempts failed/),
  });
});

test("what was counted before the source went away stands in the verdict", async () => {
  const { project } = stage;
  project.log(...attempts(14, { at }));
  const path = ".*/analytics/endpoints/logs";
  project.onSleep = (now) => {
    if (now >= start + 2 * minute)
      project.state.faults.push({ method: "GET", path, times: 1, status: 503, json: {} });
  };
  const { report } = await stage.observe();
  expect(report).toMatchObject({
    verdict: "error",
    reason: expect.stringMatching(
      /So far: 0 of 14 attempts failed: a 3rd failure up to attempt 27 would fail it, 18 more clean attempts pass\.$/,
    ),
  });
});
