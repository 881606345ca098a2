import { expect, test } from "@jest/globals";
import { watchRelease } from "../../../../kit/parts/observe/watch-release.ts";
import type { LogSource, Question } from "../../../../kit/providers/logs/log-source.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { recordingLog } from "../../../support/recording-log.ts";
import { seeded } from "../../../support/seeded.ts";

const limits = { tolerable: 10_000, unacceptable: 100_000, falseFail: 10_000, falsePass: 50_000 };
const minute = 60_000;

/** An attempt as it is logged: its failures and its end, each with the time at which it can be read. */
interface Logged {
  readonly at: number;
  readonly readable: number;
  readonly attempt: number;
  readonly failed: boolean;
}

/** Counts like a log source: by the time of entries, among those that have arrived. */
function source(entries: readonly Logged[], now: () => number): LogSource {
  return {
    attributes: "function",
    link: () => "",
    calls: async () => ({ value: { calls: 0, failed: 0 } }),
    tally: async ({ from, until }) => {
      const there = entries.filter(({ at, readable }) => at >= from && at < until && readable <= now());
      const attempts = new Set(there.map(({ attempt }) => attempt)).size;
      const failed = new Set(there.filter((one) => one.failed).map(({ attempt }) => attempt)).size;
      const none = { attempts: 0, failed: 0 };
      const events = { done: { attempts, entries: there.length, missing: {} } };
      return { value: { real: { attempts, failed }, synthetic: none, withoutKey: 0, events } };
    },
  };
}

/** A release with failure rate `p` and an attempt every half minute; who fails tries three times, successes arrive late. */
async function release(p: number, random: () => number): Promise<string> {
  const clock = fakeClock(0);
  const entries = Array.from({ length: 200 }, (_, attempt): readonly Logged[] => {
    const at = attempt * (minute / 2);
    if (random() >= p) return [{ at, readable: at + minute * random(), attempt, failed: false }];
    return [0, 1, 2].map((retry) => ({ at: at + retry, readable: at, attempt, failed: true }));
  }).flat();
  const subject = {
    events: { done: [] },
    failures: ["failed"],
    eventField: "event",
    attemptKey: ["id"],
    syntheticField: "x",
  };
  const question: Omit<Question, "until"> = { ...subject, from: 0, functions: [] };
  const judging = { subject, limits, minEvents: 1 };
  const world = { clock, log: recordingLog(), signal: new AbortController().signal };
  const waits = { lag: 2 * minute, pollInterval: 3 * minute, window: 100 * minute, errorBudget: 4 };
  return (await watchRelease({ question, judging, ...waits }, source(entries, clock.now), world)).verdict
    .verdict;
}

test("through the whole loop, with retries and late entries, the promised error rates hold", async () => {
  const random = seeded(22_11_2026);
  const runs = 400;
  const share = async (p: number, verdict: string): Promise<number> => {
    let count = 0;
    for (let run = 0; run < runs; run += 1) if ((await release(p, random)) === verdict) count += 1;
    return count / runs;
  };
  const bound = (promised: number): number => promised + 4 * Math.sqrt(promised / runs);
  expect(await share(0.01, "fail")).toBeLessThanOrEqual(bound(0.01));
  expect(await share(0.1, "pass")).toBeLessThanOrEqual(bound(0.05));
  expect(await share(0.3, "fail")).toBeGreaterThan(0.99);
}, 30_000);

test("a job that is stopped stops looking", async () => {
  const stop = new AbortController();
  const clock = fakeClock(0);
  const watching = watchRelease(
    {
      question: {
        events: {},
        failures: [],
        eventField: "e",
        attemptKey: ["k"],
        syntheticField: "s",
        from: 0,
        functions: [],
      },
      judging: {
        subject: { events: {}, failures: [], eventField: "e", attemptKey: ["k"], syntheticField: "s" },
        limits,
        minEvents: 1,
      },
      lag: 0,
      pollInterval: minute,
      window: 10 * minute,
      errorBudget: 4,
    },
    {
      ...source([], clock.now),
      tally: async () => {
        stop.abort(new Error("stopped"));
        const none = { attempts: 0, failed: 0 };
        return { value: { real: none, synthetic: none, withoutKey: 0, events: {} } };
      },
    },
    { clock: { ...clock, now: () => clock.now() + 1 }, log: recordingLog(), signal: stop.signal },
  );
  await expect(watching).rejects.toThrow("stopped");
});
