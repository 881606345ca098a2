import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  counterFailsUpTo,
  counterPassesFrom,
  counterStanding,
  silentAfter,
} from "../../../../kit/parts/observe/counter-test.ts";

const limits = { tolerable: 0.2, unacceptable: 2, falseFail: 10_000, falsePass: 50_000 };
const minute = 60_000;
const hour = 60 * minute;

test("the boundaries are the published ones: clean after 100 minutes, failed by three within 77", () => {
  expect(Math.round(counterPassesFrom(0, limits) / minute)).toBe(100);
  expect(Math.round((counterFailsUpTo(3, limits) ?? 0) / minute)).toBe(77);
  expect(counterFailsUpTo(1, limits)).toBeUndefined();
});

test("before any time has passed nothing is decided", () => {
  expect(counterStanding(0, 0, limits)).toBe("open");
});

const anyLimits = fc
  .record({
    tolerable: fc.double({ min: 0.01, max: 50, noNaN: true }),
    times: fc.double({ min: 1.5, max: 20, noNaN: true }),
    falseFail: fc.integer({ min: 1_000, max: 100_000 }),
    falsePass: fc.integer({ min: 1_000, max: 100_000 }),
  })
  .map(({ tolerable, times, ...rest }) => ({ ...rest, tolerable, unacceptable: tolerable * times }));

test("between its two boundaries it is open, at them it has decided", () => {
  fc.assert(
    fc.property(anyLimits, fc.integer({ min: 0, max: 100 }), (any, x) => {
      const [worst, best] = [counterFailsUpTo(x, any) ?? -1, counterPassesFrom(x, any)];
      expect(best).toBeGreaterThan(worst);
      expect(counterStanding(x, best + 1, any)).toBe("pass");
      expect(counterStanding(x, best - 2, any)).not.toBe("pass");
      if (worst > 1) expect(counterStanding(x, worst - 1, any)).toBe("fail");
      expect(counterStanding(x, worst + 2, any)).not.toBe("fail");
    }),
  );
});

/**
 * The exact chance of each end after `looks` looks an `interval` apart, where `perHour` failures come at random: each
 * look adds a Poisson number of them.
 */
function odds(perHour: number, interval: number, looks: number): { fail: number; pass: number } {
  const mean = (perHour * interval) / hour;
  const step: number[] = [Math.exp(-mean)];
  for (let k = 1; k < 60; k += 1) step.push(((step[k - 1] ?? 0) * mean) / k);
  let open = new Map([[0, 1]]);
  const ended = { fail: 0, pass: 0 };
  for (let look = 1; look <= looks; look += 1) {
    const next = new Map<number, number>();
    for (const [x, chance] of open) {
      step.forEach((share, more) => {
        const now = counterStanding(x + more, look * interval, limits);
        if (now === "open") next.set(x + more, (next.get(x + more) ?? 0) + chance * share);
        else ended[now] += chance * share;
      });
    }
    open = next;
  }
  return ended;
}

test("tolerable rates are failed, and unacceptable ones passed, as seldom as promised", () => {
  expect(odds(0.2, 5 * minute, 200).fail).toBeLessThanOrEqual(0.01);
  expect(odds(2, 5 * minute, 200).pass).toBeLessThanOrEqual(0.05);
  expect(odds(20, 5 * minute, 200).fail).toBeGreaterThan(0.999);
});

test("an event is silent when chance explains it no more", () => {
  expect([2, 10, 30].map((perHour) => Math.round(silentAfter(perHour, 50_000) / minute))).toEqual([
    90, 18, 6,
  ]);
  expect(silentAfter(0, 50_000)).toBe(Number.POSITIVE_INFINITY);
});
