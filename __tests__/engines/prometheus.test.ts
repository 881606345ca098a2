import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { observe } from "../../actions/observe/observe.ts";
import { spec } from "../../actions/observe/spec.ts";
import { grownBy } from "../../kit/providers/logs/prometheus/promql.ts";
import { type Listening, serve } from "../../rehearsal/stand-ins/server.ts";
import { type PrometheusPrograms, installPrometheus } from "../../scripts/prometheus/install.ts";
import { inputsFrom } from "../support/inputs-of.ts";
import { grown, historyOf, openMetrics } from "../support/prometheus/histories.ts";
import { type RunningPrometheus, startPrometheus } from "../support/prometheus/start.ts";
import { seeded } from "../support/seeded.ts";
import { testWorld } from "../support/test-world.ts";

/** A real Prometheus from the machine's package archive. Where it cannot be had that is said, and nothing tried. */
const found = installPrometheus();
const programs: PrometheusPrograms | undefined = "why" in found ? undefined : found;
const real = programs === undefined ? describe.skip : describe;
if ("why" in found) process.stderr.write(`RED: no real Prometheus: ${found.why}\n`);

real("what a counter has grown by", () => {
  const until = Math.floor((Date.now() - 4 * 3_600_000) / 15_000) * 15;
  const from = until - 1_800;
  const random = seeded(42);
  const histories = Array.from({ length: 120 }, (_, index) => historyOf(index, random, from, until));
  let prometheus: RunningPrometheus;

  beforeAll(async () => {
    if (programs !== undefined)
      prometheus = await startPrometheus(programs, { history: openMetrics(histories) });
  });

  afterAll(() => prometheus.close());

  test("is exact, whatever happened before; what began anew in the midst is off by two at most", async () => {
    let byIncrease = 0;
    for (const [index, history] of histories.entries()) {
      const { by, anew } = grown(history, from);
      const counter = `app_total{of="${index}"}`;
      const got = await prometheus.value(grownBy(counter, 1_800_000), until);
      if (anew) expect(Math.abs((got ?? 0) - by)).toBeLessThan(2);
      else expect([index, history.kind, got]).toEqual([index, history.kind, by]);
      const plain = (await prometheus.value(`sum(increase(${counter}[1800s]))`, until)) ?? 0;
      if (Math.round(plain) !== by) byIncrease += 1;
    }
    // What is gained by not asking for `increase`.
    expect(byIncrease).toBeGreaterThan(histories.length / 20);
  });

  test("is nothing of a counter that is not there, and all of several together", async () => {
    expect(await prometheus.value(grownBy("nowhere_total", 1_800_000), until)).toBeUndefined();
    const steady = histories
      .map((one) => grown(one, from))
      .flatMap(({ by, anew }, at) => (anew ? [] : [{ by, at }]));
    const label = `app_total{of=~"${steady.map(({ at }) => at).join("|")}"}`;
    const sum = steady.reduce((all, { by }) => all + by, 0);
    expect(await prometheus.value(grownBy(label, 1_800_000), until)).toBe(sum);
  });
});

real("observe on a Prometheus that reads an app", () => {
  const app = { attempts: 1_000, done: 990, failures: 10 as number | undefined };
  let target: Listening;
  let prometheus: RunningPrometheus;

  beforeAll(async () => {
    target = await serve([], () => ({
      status: 200,
      body: metrics(),
      headers: { "content-type": "text/plain" },
    }));
    if (programs !== undefined) prometheus = await startPrometheus(programs, { target: target.url });
  });

  afterAll(async () => {
    await prometheus.close();
    await target.close();
  });

  const metrics = (): string =>
    Object.entries(app)
      .flatMap(([name, value]) =>
        value === undefined ? [] : [`# TYPE ${name}_total counter\n${name}_total ${value}\n`],
      )
      .join("");

  /** What the app does from now on is this release's. */
  async function released(then: () => void): Promise<string> {
    await prometheus.until("attempts_total", app.attempts);
    const since = new Date().toISOString();
    then();
    await prometheus.until("attempts_total", app.attempts);
    return since;
  }

  async function look(since: string, given: Readonly<Record<string, string>> = {}) {
    const inputs = inputsFrom(spec.inputs, {
      supabase: "abcdefghijklmnopqrst",
      "log-source": "prometheus",
      "log-url": prometheus.url,
      "log-queries": "attempts: attempts_total\ndone: done_total\nfailed: failures_total",
      events: "done:",
      failures: "failed",
      since,
      baseline: "0s",
      lag: "0s",
      window: "0s",
      ...given,
    });
    return (await observe(inputs, await testWorld())).report;
  }

  test("clean traffic passes, whatever was counted before", async () => {
    const since = await released(() => Object.assign(app, { attempts: 1_040, done: 1_030 }));
    expect(await look(since)).toMatchObject({
      verdict: "pass",
      reason: "0 of 40 attempts failed: with 0, 32 or more pass.",
    });
  });

  test("failures fail it", async () => {
    const since = await released(() => Object.assign(app, { attempts: 1_050, done: 1_035, failures: 15 }));
    expect(await look(since)).toMatchObject({
      verdict: "fail",
      reason: expect.stringMatching(/^5 of 10 attempts failed/),
    });
  });

  test("an app that began anew counts from zero", async () => {
    const since = await released(() => Object.assign(app, { attempts: 34, done: 34, failures: 0 }));
    expect(await look(since)).toMatchObject({
      verdict: "pass",
      reason: expect.stringMatching(/^0 of 34 attempts/),
    });
  });

  test("a failure that no series tells of is not zero failures; the first of its kind is one", async () => {
    app.failures = undefined;
    const queries = 'attempts: attempts_total\ndone: done_total\nfailed: failures_total{kind="new"}';
    const since = await released(() => Object.assign(app, { attempts: 74, done: 74 }));
    expect(await look(since, { "log-queries": queries })).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("knows nothing of failed"),
    });
    app.failures = 3;
    await prometheus.until("failures_total", 3);
    expect((await look(since)).evidence).toContain("3 of 40 attempts failed (failed)");
  });

  test("an expression is asked as it is written, and one that is wrong is told at once", async () => {
    const since = await released(() => Object.assign(app, { attempts: 114, done: 114 }));
    const own = (failed: string): string => `attempts: attempts_total\ndone: done_total\nfailed: ${failed}`;
    const none = await look(since, {
      "log-queries": own("sum(increase(nowhere_total[{seconds}s])) or vector(0)"),
    });
    expect(none).toMatchObject({ verdict: "pass", reason: expect.stringMatching(/^0 of 40 attempts/) });
    const wrong = await look(since, { "log-queries": own("sum(increase(failures_total[{seconds}s])") });
    expect(wrong).toMatchObject({
      verdict: "error",
      reason: expect.stringMatching(/PR304.*1 times in a row.*unclosed left parenthesis/),
    });
    const refused = await look(since, { "log-queries": own('increase({__name__=~".+_total"}[{seconds}s])') });
    expect(refused).toMatchObject({
      verdict: "error",
      reason: expect.stringMatching(/PR304.*same labelset/),
    });
    const two = 'last_over_time({__name__=~"done_total|attempts_total"}[{seconds}s])';
    const many = await look(since, { "log-queries": own(two), "error-budget": "1" });
    expect(many).toMatchObject({
      verdict: "error",
      reason: expect.stringContaining("answered 2 series for failed"),
    });
  });

  test("nobody who came is no traffic", async () => {
    const since = await released(() => undefined);
    expect(await look(since)).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("there was no traffic"),
    });
  });
});
