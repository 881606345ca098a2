import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { attempts, ref, start, weakToken } from "../../support/observed-project.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";

let stage: ObserveStage;

beforeEach(async () => {
  stage = await observeStage();
  stage.project.log(...attempts(40));
});

afterEach(() => stage.project.close());

const minute = 60_000;
const path = `/v1/projects/${ref}/analytics/endpoints/logs`;

function fault(
  times: number,
  answer: { status: number; json?: unknown; headers?: Record<string, string> },
): void {
  stage.project.state.faults.push({ method: "GET", path, times, ...answer });
}

const looks = (): number => stage.project.requests.filter((one) => one.path === path).length;

test("an error inside of a 200 is an error, never a count, and never a failing release", async () => {
  fault(99, {
    status: 200,
    json: { result: [], error: { code: 500, message: "backend\n error", status: "X", errors: [] } },
  });
  const { report } = await stage.observe();
  expect(report).toMatchObject({
    verdict: "error",
    reason: `PR304: The logs could not be counted, 4 times in a row: Supabase GET ${path} answered 200 with an error: backend error`,
  });
  expect(report.evidence).toContain("0 of 4 looks were answered");
});

test.each([
  ["a text as error", { status: 200, json: { error: "no luck" } }, "no luck"],
  [
    "rows without the columns",
    { status: 200, json: { result: [{ n: 1 }] } },
    "something that its API does not say",
  ],
  [
    "counts that are none",
    { status: 200, json: { result: [{ attempts: -1 }] } },
    "something that its API does not say",
  ],
  ["neither rows nor error", { status: 200, json: {} }, "something that its API does not say"],
  ["a server's error", { status: 500, json: { message: "boom" } }, "boom"],
])("%s uses up the budget", async (_, answer, said) => {
  fault(99, answer);
  const { report } = await stage.observe({ "error-budget": "2" });
  expect(report.verdict).toBe("error");
  expect(report.reason).toContain("2 times in a row");
  expect(report.reason).toContain(said);
});

test("errors that pass are looked past, also at the end of the window", async () => {
  fault(3, { status: 503 });
  const { report } = await stage.observe({ window: "2m" });
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "0 of 40 attempts failed: with 0, 32 or more pass.",
  });
  expect(report.evidence).toContain("1 of 4 looks were answered");
});

test("good looks in between start the budget anew", async () => {
  const { project } = stage;
  project.state.logs.length = 0;
  let at = 0;
  project.onSleep = () => {
    at += 1;
    if (at % 3 !== 0) fault(1, { status: 500 });
  };
  const { report } = await stage.observe({ "error-budget": "3", window: "20m" });
  expect(report.verdict).toBe("inconclusive");
});

test("a limited rate is waited for as long as the service says", async () => {
  fault(1, { status: 429, headers: { "retry-after": "200" } });
  const { report } = await stage.observe();
  expect(report.verdict).toBe("pass");
  expect(stage.project.clock.slept).toEqual([minute, 200_000]);
});

test("the service's own limit of 30 queries a minute is met without harm", async () => {
  stage.project.state.logs.length = 0;
  const { report } = await stage.observe({ "poll-interval": "1s", window: "3m", lag: "0s" });
  expect(report.verdict).toBe("inconclusive");
  expect(stage.project.requests.some((one) => one.status === 429)).toBe(true);
});

test("a token that may not read logs is told at once", async () => {
  const { report } = await stage.observe({ "supabase-access-token": weakToken });
  expect(report).toMatchObject({
    verdict: "error",
    reason: expect.stringContaining("answered 403"),
    next: expect.stringContaining("read the logs of this project"),
  });
  expect(looks()).toBe(1);
});

test("without a token nothing is asked", async () => {
  await expect(stage.observe({ "supabase-access-token": "" })).rejects.toMatchObject({ code: "PR104" });
  expect(stage.project.requests).toEqual([]);
});

test("an HTML page is no count", async () => {
  const functions = Object.values(stage.project.state.functions);
  const proxy = await serveLoopback((request, response) => {
    const isLogs = request.url?.includes("/analytics/") ?? false;
    response.writeHead(200, { "content-type": isLogs ? "text/html" : "application/json" });
    response.end(isLogs ? "<html>Please log in</html>" : JSON.stringify(functions));
  });
  try {
    const { report } = await stage.observe({ "supabase-api-url": proxy.url });
    expect(report).toMatchObject({ verdict: "error", reason: expect.stringContaining("an HTML page") });
  } finally {
    await proxy.close();
  }
});

test("a connection that breaks is no count", async () => {
  const functions = Object.values(stage.project.state.functions);
  const proxy = await serveLoopback((request, response) => {
    if (request.url?.includes("/analytics/")) request.socket.destroy();
    else response.end(JSON.stringify(functions));
  });
  try {
    const { report } = await stage.observe({ "supabase-api-url": proxy.url });
    expect(report).toMatchObject({ verdict: "error", reason: expect.stringContaining("PR301") });
  } finally {
    await proxy.close();
  }
});

test("a function that is not live cannot be observed", async () => {
  await expect(stage.observe({ functions: "finalize, nowhere" })).rejects.toMatchObject({
    code: "PR303",
    message: "nowhere is not live, so nothing of it can be observed.",
  });
});

test("names that could be anything but names are refused before anything is asked, all at once", async () => {
  const given = {
    events: "a'b: RESULTS_VERSION, x y",
    failures: "results.rpc.failure'",
    "attempt-key": "session id",
    "tolerable-rate": "10%",
  };
  await expect(stage.observe(given)).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringMatching(/a'b.*failure'.*session id.*x y.*tolerable-rate must be below/),
  });
  expect(stage.project.requests).toEqual([]);
});

test("the dashboard's link opens the query with its time", async () => {
  const { outputs } = await stage.observe();
  const link = new URL(outputs["dashboard-url"] ?? "");
  expect(link.origin + link.pathname).toBe(`https://supabase.com/dashboard/project/${ref}/logs/explorer`);
  expect(link.searchParams.get("its")).toBe(new Date(start).toISOString());
  expect(link.searchParams.get("q")).toContain("count(distinct");
  expect(link.href.length).toBeLessThan(8000);
});
