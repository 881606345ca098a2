import { afterEach, describe, expect, test } from "@jest/globals";
import type { SourceFixture } from "../../../support/logs/fixture.ts";
import { http } from "../../../support/logs/http.ts";
import { prometheus } from "../../../support/logs/prometheus.ts";
import { sentry } from "../../../support/logs/sentry.ts";
import { type SourceStage, at, clean, sourceStage } from "../../../support/logs/source-stage.ts";
import { serveLoopback } from "../../../support/serve-loopback.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function started(fixture: SourceFixture): Promise<SourceStage> {
  const stage = await sourceStage(fixture);
  open.push(stage);
  return stage;
}

const week = { baseline: "7d" };

describe("a question that names the release", () => {
  test("tells its entries from others', and says that the time before cannot be counted", async () => {
    const stage = await started(http);
    stage.log(...clean(40));
    const { report } = await stage.observe({
      "log-url": `${stage.given["log-url"] ?? ""}&of={commit}`,
      ...week,
    });
    expect(report.verdict).toBe("pass");
    expect(report.evidence).toContain("Counted by http: what bears this release's name");
    expect(report.evidence?.join("\n")).toContain("cannot tell what was before it");
  });

  test("is not asked where no release is given", async () => {
    const stage = await started(http);
    const { report } = await stage.observe({ "log-url": `${stage.given["log-url"] ?? ""}&of={release}` });
    expect(report).toMatchObject({
      verdict: "error",
      reason: expect.stringContaining("no release is given"),
    });
    expect(stage.asked()).toBe(0);
  });

  test("nor with a name that would mean more than itself", async () => {
    const stage = await started(prometheus);
    const queries = 'attempts: attempts_total{on="{target}"}\ndone: done_total\nfailure: failures_total';
    const { report } = await stage.observe({ target: 'x"} or {a="', "log-queries": queries });
    expect(report).toMatchObject({
      verdict: "error",
      reason: expect.stringContaining("cannot stand in one"),
    });
    expect(stage.asked()).toBe(0);
  });
});

describe("Prometheus", () => {
  test("a failure of which there is no series is not zero failures: nothing passes, and it is said", async () => {
    const stage = await started(prometheus);
    stage.log(...clean(40));
    const none = '{"status":"success","data":{"resultType":"vector","result":[]}}';
    const some =
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"40"]}]}}';
    // The three questions of a look arrive in their order.
    for (let looks = 0; looks < 3; looks += 1)
      for (const body of [some, some, none]) stage.fault({ status: 200, body }, 1);
    const { report } = await stage.observe();
    expect(report).toMatchObject({
      verdict: "inconclusive",
      reason: "Not all was counted: the source knows nothing of failure, and that is not the same as none.",
    });
  });

  test("`check` finds a failure of which there is no series before any release meets it", async () => {
    const stage = await started(prometheus);
    const vector = (result: string): string =>
      `{"status":"success","data":{"resultType":"vector","result":[${result}]}}`;
    const some = vector('{"metric":{},"value":[1,"40"]}');
    for (const body of [some, some, vector("")]) stage.fault({ status: 200, body }, 1);
    const { report } = await stage.observe({ check: "true" });
    expect(JSON.stringify(report)).toContain("the source knows nothing of failure");
  });

  test("user and password are sent as such, and stand nowhere", async () => {
    const seen: (string | undefined)[] = [];
    const server = await serveLoopback((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(401).end("no");
    });
    open.push(server);
    const stage = await started(prometheus);
    const { report } = await stage.observe({ "log-url": server.url, "log-token": "grafana:s3cret" });
    expect(seen[0]).toBe(`Basic ${Buffer.from("grafana:s3cret").toString("base64")}`);
    expect(JSON.stringify(report)).not.toContain("s3cret");
  });
});

describe("Sentry", () => {
  const hourly = { "time-limit": "12h", "tolerable-per-hour": "1/h", window: "10h", "poll-interval": "10m" };

  test("error events are judged by the hour, where that is asked for", async () => {
    const stage = await started(sentry);
    stage.log(...clean(40), ...clean(5, { event: "failure", at: at + 60_000 }));
    const { report } = await stage.observe({ ...hourly });
    expect(report).toMatchObject({ verdict: "fail", reason: expect.stringMatching(/^5 failures in /) });
    expect(report.evidence).toContain("Failures are the error events that Sentry has of the release");
  });

  test("hours without an error are no pass, where nobody was there", async () => {
    const stage = await started(sentry);
    expect((await stage.observe({ ...hourly })).report).toMatchObject({
      verdict: "inconclusive",
      reason: "0 attempts were seen: nothing shows that anybody has used the release.",
    });
  });

  test("without a token nothing is asked", async () => {
    const stage = await started(sentry);
    await expect(stage.observe({ "log-token": "" })).rejects.toMatchObject({ code: "PR104" });
    expect(stage.asked()).toBe(0);
  });
});

test("`prepare` saves no SQL where another source counts", async () => {
  const stage = await started(prometheus);
  const { report, outputs } = await stage.observe({ prepare: "true" });
  expect(outputs).toEqual({ dashboard: "none" });
  expect(report).toMatchObject({
    verdict: "pass",
    reason: expect.stringContaining("observe counts by prometheus"),
  });
});
