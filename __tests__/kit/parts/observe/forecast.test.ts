import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { courseOf, forecast } from "../../../../kit/parts/observe/forecast.ts";
import { WHOLE } from "../../../../kit/parts/observe/rate.ts";
import { type Limits, standing } from "../../../../kit/parts/observe/sequential-test.ts";
import { seeded } from "../../../support/seeded.ts";

const defaults: Limits = { tolerable: 10_000, unacceptable: 100_000, falseFail: 10_000, falsePass: 50_000 };
const minute = 60_000;

/** All courses of up to `most` attempts by their counts, each cell judged by the test itself. */
function oracle(p: number, limits: Limits, most: number): { fail: number; pass: number; mean: number } {
  let open = [1];
  const ended = { fail: 0, pass: 0, open: 0 };
  let weighed = 0;
  for (let n = 1; n <= most; n += 1) {
    const next = Array.from({ length: n + 1 }, (_, x) => (open[x] ?? 0) * (1 - p) + (open[x - 1] ?? 0) * p);
    open = next.map((chance, x) => {
      const where = chance === 0 ? "open" : standing(x, n, limits);
      ended[where] += where === "open" ? 0 : chance;
      weighed += where === "fail" ? n * chance : 0;
      return where === "open" ? chance : 0;
    });
  }
  return { fail: ended.fail, pass: ended.pass, mean: weighed / ended.fail };
}

test("its chances are those of every course, counted cell by cell", () => {
  const limits = fc
    .record({
      tolerable: fc.integer({ min: 1_000, max: 100_000 }),
      more: fc.integer({ min: 20_000, max: 400_000 }),
      falseFail: fc.integer({ min: 1_000, max: 100_000 }),
      falsePass: fc.integer({ min: 1_000, max: 100_000 }),
    })
    .map(({ tolerable, more, ...rest }): Limits => ({ ...rest, tolerable, unacceptable: tolerable + more }));
  const rates = fc.integer({ min: 0, max: WHOLE });
  fc.assert(
    fc.property(limits, rates, fc.integer({ min: 1, max: 60 }), (any, rate, most) => {
      const { failed, passed, meanToFail } = courseOf(rate, any, most);
      const exact = oracle(rate / WHOLE, any, most);
      expect(failed.at(-1)).toBeCloseTo(exact.fail, 8);
      expect(passed.at(-1)).toBeCloseTo(exact.pass, 8);
      if (exact.fail > 1e-6) expect(meanToFail).toBeCloseTo(exact.mean, 5);
    }),
    { numRuns: 20 },
  );
});

test("18 attempts an hour decide in about 107 minutes, and a quarter of an hour decides nothing", () => {
  const told = forecast({ perHour: 18, healthy: 0, window: 15 * minute, lag: 0 }, defaults);
  expect(Math.round((told.passesAfter ?? 0) / minute)).toBe(107);
  expect(told.openAtEnd).toBeGreaterThan(0.99);
  expect(told.detection.map(({ rate, attempts }) => [rate, Math.round(attempts * 10) / 10])).toEqual([
    [1_000_000, 2],
    [500_000, 5.5],
    [200_000, 15.1],
  ]);
});

test("without traffic the window ends without a verdict", () => {
  const told = forecast({ perHour: 0, healthy: 0, window: 60 * minute, lag: 0 }, defaults);
  expect([told.openAtEnd, told.passesAfter]).toEqual([1, undefined]);
});

test("with much traffic it is decided at once, whatever the window", () => {
  const told = forecast({ perHour: 1_000_000, healthy: 5_000, window: 30 * minute, lag: 90_000 }, defaults);
  expect(told.openAtEnd).toBeLessThan(1e-6);
});

test("what it says of the window is what 20,000 simulated windows come to", () => {
  const random = seeded(8);
  const [perHour, window, rate, runs] = [30, 75 * minute, 0.01, 20_000];
  let open = 0;
  for (let run = 0; run < runs; run += 1) {
    let [x, n, now] = [0, 0, "open"];
    for (let at = gap(random, perHour); at < window && now === "open"; at += gap(random, perHour)) {
      n += 1;
      if (random() < rate) x += 1;
      now = standing(x, n, defaults);
    }
    if (now === "open") open += 1;
  }
  const said = forecast({ perHour, healthy: rate * WHOLE, window, lag: 0 }, defaults).openAtEnd;
  expect(Math.abs(open / runs - said)).toBeLessThan(4 * Math.sqrt((said * (1 - said)) / runs));
});

/** Time in ms until the next of the attempts that come at random. */
function gap(random: () => number, perHour: number): number {
  return (-Math.log(1 - random()) / perHour) * 60 * minute;
}
