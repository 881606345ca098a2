import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { attempts, failures, start } from "../../support/observed-project.ts";

let stage: ObserveStage;

beforeEach(async () => {
  stage = await observeStage();
});

afterEach(() => stage.project.close());

const hour = 60 * 60_000;
const day = 24 * hour;

/** Real attempts of an older version in the week before, every so many of them failed. */
function week(count: number, failed: number): void {
  const older = { at: start - 2 * day, version: 6 };
  stage.project.log(...attempts(count, { name: "old", ...older }));
  const names = Array.from({ length: failed }, (_, one) => `old${one + 1}`);
  stage.project.log(...failures(names).map((entry) => ({ ...entry, ...older })));
}

/** Attempts of this release, the first of which fail. */
function now(count: number, failed: number): void {
  stage.project.onSleep = () => {
    stage.project.log(...attempts(count, { name: "new", at: start + 1_000 }));
    stage.project.log(
      ...failures(Array.from({ length: failed }, (_, one) => `new${one + 1}`)).map((entry) => ({
        ...entry,
        at: start + 1_000,
      })),
    );
    stage.project.onSleep = () => undefined;
  };
}

const looksBack = { baseline: "7d" };

test("a release that fails as often as what was before it is not failed for it", async () => {
  week(400, 12);
  now(25, 3);
  expect((await stage.observe()).report.verdict).toBe("fail");
  now(0, 0);
  const { report } = await stage.observe(looksBack);
  expect(report.verdict).toBe("inconclusive");
  expect(report.evidence).toContain(
    "12 of 400 attempts (3%) failed in the 7 days before, which may be 4.82%: up to that is tolerable, 24.08% is not",
  );
});

test("a release that is much worse than what was before it is failed", async () => {
  week(400, 12);
  now(10, 8);
  expect((await stage.observe(looksBack)).report).toMatchObject({
    verdict: "fail",
    reason: expect.stringContaining("8 of 10 attempts failed"),
  });
});

test("too little before, and nothing before, leave what is declared, and say so", async () => {
  now(40, 0);
  const first = await stage.observe(looksBack);
  expect(first.report).toMatchObject({
    verdict: "pass",
    reason: "0 of 40 attempts failed: with 0, 32 or more pass.",
  });
  expect(first.report.evidence).toContain(
    "0 of 0 attempts failed in the 7 days before: too few to say more than what is declared",
  );
});

test("where what was before failed as well, nothing is undone: a person is to look", async () => {
  week(100, 40);
  now(10, 8);
  const { report } = await stage.observe(looksBack);
  expect(report).toMatchObject({ verdict: "inconclusive", next: expect.stringContaining("Look yourself") });
  expect(report.reason).toContain(
    "40 of 100 attempts (40%) failed in the 7 days before: it was not healthy then",
  );
});

test("a service that is away while the time before is asked for makes the test no stricter", async () => {
  week(400, 12);
  now(25, 3);
  const { state } = stage.project;
  state.faults.push({ method: "GET", path: ".*/analytics/endpoints/logs", times: 3, status: 503, json: {} });
  const { report } = await stage.observe(looksBack);
  expect(report.verdict).toBe("inconclusive");
  expect(report.evidence?.join("\n")).toContain("12 of 400 attempts (3%)");
});

test("a week is asked for in eight spans of less than a day, and only once", async () => {
  now(40, 0);
  await stage.observe({ ...looksBack, window: "1m" });
  const asked = stage.project.requests.filter(({ path }) => path.endsWith("/analytics/endpoints/logs"));
  const [before, look, calls, picture] = [8, 1, 1, 1];
  expect(asked).toHaveLength(before + look + calls + picture);
});

test("an event that came ten times an hour and is away for longer than chance explains is told as silent", async () => {
  const older = { at: start - 2 * day, version: 6 };
  stage.project.log(...attempts(1_680, { name: "old", ...older }));
  const watched = await stage.observe({ ...looksBack, window: "40m" });
  expect(watched.report).toMatchObject({
    verdict: "inconclusive",
    reason: "Nothing was logged for 40 minutes of assessment.completed (chance explains 28 minutes).",
  });
  const failed = await stage.observe({ ...looksBack, window: "40m", "on-silence": "fail" });
  expect(failed.report.verdict).toBe("fail");
});

test("before chance explains it no more, silence is only no traffic", async () => {
  stage.project.log(...attempts(1_680, { name: "old", at: start - 2 * day, version: 6 }));
  const { report } = await stage.observe({ ...looksBack, "on-silence": "fail" });
  expect(report).toMatchObject({
    verdict: "inconclusive",
    reason: expect.stringContaining("0 of 0 attempts"),
  });
});

test("failures without attempts are judged by the hour", async () => {
  const hourly = { "tolerable-per-hour": "0.2/h", "unacceptable-per-hour": "2/h", window: "105m" };
  stage.project.log(...attempts(1, { at: start + 1_000 }));
  const clean = await stage.observe(hourly);
  expect(clean.report).toMatchObject({
    verdict: "pass",
    reason: expect.stringMatching(/^0 failures in 10[01] minutes: with 0, 100 minutes or more pass\.$/),
  });
});

test("three failures within 77 minutes fail where two an hour are too many", async () => {
  stage.project.log(...failures(["a", "b", "c"]).map((entry) => ({ ...entry, at: start + 2_000 })));
  const { report } = await stage.observe({
    "tolerable-per-hour": "0.2/h",
    "unacceptable-per-hour": "2/h",
    window: "105m",
  });
  expect(report).toMatchObject({
    verdict: "fail",
    reason: "3 failures in 30 seconds: up to 77 minutes they say that it is not 0.2 an hour but 2 or more.",
  });
});

test("rates by the hour that cannot be told apart, or of which one is missing, are refused", async () => {
  for (const wrong of [
    { "tolerable-per-hour": "2/h", "unacceptable-per-hour": "2/h" },
    { "unacceptable-per-hour": "1/h" },
  ])
    await expect(stage.observe(wrong)).rejects.toMatchObject({ code: "PR102" });
});
