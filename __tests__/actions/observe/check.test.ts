import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Listening, serve } from "../../../rehearsal/stand-ins/server.ts";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { attempts, completed, start, weakToken } from "../../support/observed-project.ts";

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

let stage: ObserveStage;
let functions: Listening;
let calls: Call[];
/** What a function logs of a call. */
let logs: (call: Call) => void;

beforeEach(async () => {
  stage = await observeStage();
  calls = [];
  logs = () => undefined;
  functions = await serve([], ({ method, path, body }) => {
    const call = { method, path, body: body.toString("utf8") };
    calls.push(call);
    logs(call);
    return { status: 200, body: "ok" };
  });
});

afterEach(async () => {
  await Promise.all([functions.close(), stage.project.close()]);
});

const DAY = 24 * 3_600_000;

async function check(given: Readonly<Record<string, string>> = {}): ReturnType<ObserveStage["observe"]> {
  return await stage.observe({
    check: "true",
    "functions-url": functions.url,
    baseline: "7d",
    "poll-interval": "5s",
    ...given,
  });
}

/** The log of the gateway has the call some seconds later. */
function arrivesAfter(seconds: number): void {
  logs = ({ method, path }) => {
    const at = stage.project.clock.now();
    stage.project.onSleep = (now) => {
      if (now - at < seconds * 1000) return;
      stage.project.onSleep = () => undefined;
      stage.project.log({ event: `${method} | 200 | ${path}`, at });
    };
  };
}

function rowsOf({ report }: Awaited<ReturnType<typeof check>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries((report.tables?.[0]?.rows ?? []).map(([what = "", ...rest]) => [what, rest]));
}

function logTraffic(): void {
  stage.project.log(...attempts(5, { at: start - 3_600_000 }));
  stage.project.log(...attempts(9, { at: start - 7 * DAY + 3_600_000, name: "old", version: 6 }));
}

test("a project that has all of it passes, with the measured time as a proposal for `lag`", async () => {
  logTraffic();
  arrivesAfter(12);
  const done = await check();
  expect(done.report).toMatchObject({ verdict: "pass", reason: "observe finds all that it asks for." });
  expect(rowsOf(done)).toMatchObject({
    "Live functions": ["yes", "finalize 7, results 7", ""],
    "Counting attempts": ["yes", "0 of 5 attempts in 23 hours failed", ""],
    "Event assessment.completed": ["yes", "logged for 5 of 5 attempts", ""],
    "Field attempt_no of assessment.completed": ["yes", "in 5 of 5 entries", ""],
    "Looking back 7 days": ["yes", "9 attempts on that day", ""],
    "Saved queries": ["yes", "readable: no notebook yet; `prepare` makes it", ""],
    "How long an entry takes to appear": ["yes", expect.stringContaining("after 15.0 s"), ""],
  });
  expect(done.outputs).toEqual({ lag: "30s" });
});

test("nothing is written but the marker: an OPTIONS whose path bears its name", async () => {
  arrivesAfter(1);
  await check();
  expect(calls).toEqual([
    {
      method: "OPTIONS",
      path: expect.stringMatching(/^\/finalize\/prism-rollout-check-[0-9a-f]{16}$/),
      body: "",
    },
  ]);
  expect(stage.project.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

test("a body is posted to the named function, with the marker in it, and its own log is looked at", async () => {
  logs = ({ body }) => stage.project.log({ event: completed((JSON.parse(body) as { id: string }).id) });
  const done = await check({
    "marker-function": "results",
    "marker-body": '{"id":"{marker}"}',
    "functions-key": "sb_publishable_1",
  });
  expect(calls).toMatchObject([{ method: "POST", path: expect.stringContaining("/results/") }]);
  expect(done.outputs).toEqual({ lag: "30s" });
  expect(JSON.stringify(done)).not.toContain("sb_publishable_1");
});

test("a lag that is too short is told, with what to write", async () => {
  arrivesAfter(100);
  const done = await check({ lag: "30s" });
  expect(rowsOf(done)["How long an entry takes to appear"]).toEqual([
    "partly",
    expect.stringContaining("is short"),
    "Set `lag: 200s`.",
  ]);
  expect(done.outputs).toEqual({ lag: "200s" });
});

test("a marker that never appears ends, and is told", async () => {
  const done = await check({ window: "2m" });
  expect(rowsOf(done)["How long an entry takes to appear"]?.[1]).toContain(
    "Nothing of it was in the log after 2 minutes",
  );
  expect(done.outputs).toEqual({});
});

test("a function that cannot be called is told, and nothing is waited for", async () => {
  const done = await check({ "functions-url": "http://127.0.0.1:1" });
  expect(rowsOf(done)["How long an entry takes to appear"]?.[1]).toContain("could not be called");
  expect(stage.project.clock.slept).toEqual([]);
});

test("events and fields that are not logged are told, with what to do", async () => {
  arrivesAfter(1);
  stage.project.log({ event: { event: "assessment.completed", attempt_no: 1 }, at: start - 1000 });
  const rows = rowsOf(
    await check({ events: "assessment.completed: RESULTS_VERSION, attempt_no\nscoring.completed: " }),
  );
  expect(rows["Event scoring.completed"]).toEqual(["partly", "Not logged in 23 hours.", expect.any(String)]);
  expect(rows["Field RESULTS_VERSION of assessment.completed"]?.[1]).toContain("1 of 1 entries lack it");
  expect(rows["Naming attempts"]?.[1]).toBe("1 entries name no attempt.");
  expect(rows["Looking back 7 days"]?.[1]).toContain("this plan does not keep logs so long");
});

describe("what is refused", () => {
  test("a token that may not read logs is an error that names it, and no marker is sent", async () => {
    const done = await check({ "supabase-access-token": weakToken });
    expect(done.report).toMatchObject({
      verdict: "error",
      reason: expect.stringMatching(/cannot do its work: Counting attempts\..*403.*Nothing was changed/),
    });
    expect(rowsOf(done)["Saved queries"]?.[0]).toBe("partly");
    expect(calls).toEqual([]);
    expect(JSON.stringify(done)).not.toContain(weakToken);
  });

  test("functions that are not live are an error, and nothing is said of their events", async () => {
    const done = await check({ functions: "nowhere" });
    expect(done.report.verdict).toBe("error");
    expect(Object.keys(rowsOf(done)).filter((what) => what.startsWith("Event"))).toEqual([]);
  });

  test.each([
    ["an error inside of a 200", { status: 200, json: { error: "no such function position" } }],
    ["a page", { status: 200, body: "<html>" }],
    ["a row of something else", { status: 200, json: { result: [{ a: 1 }], error: null } }],
    ["a null", { status: 200, json: null }],
  ])("a log that answers %s is an error, and no stack", async (_, fault) => {
    stage.project.state.faults.push({ method: "GET", path: ".*/logs", times: 99, ...fault });
    const done = await check();
    expect([done.report.verdict, calls]).toEqual(["error", []]);
    expect(JSON.stringify(done.report)).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test("a limit that is met while it waits is waited for", async () => {
    arrivesAfter(1);
    logTraffic();
    const before = logs;
    logs = (call) => {
      before(call);
      const headers = { "retry-after": "40" };
      stage.project.state.faults.push({ method: "GET", path: ".*/logs", times: 1, status: 429, headers });
    };
    const done = await check();
    expect(stage.project.clock.slept).toContain(40_000);
    expect(done.outputs).toEqual({ lag: "80s" });
  });
});
