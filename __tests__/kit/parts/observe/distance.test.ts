import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { checksOf, saying } from "../../../../kit/parts/observe/checks.ts";
import { counterStanding } from "../../../../kit/parts/observe/counter-test.ts";
import {
  distanceOf,
  ordinal,
  sayCounterDistance,
  sayDistance,
} from "../../../../kit/parts/observe/distance.ts";
import { presets } from "../../../../kit/parts/observe/presets.ts";
import { type Limits, passesFrom, standing } from "../../../../kit/parts/observe/sequential-test.ts";
import { slowLimits } from "../../../../kit/parts/observe/slow-limits.ts";

const promised = { falseFail: 10_000, falsePass: 50_000 };
const defaults: Limits = { ...presets.default, ...promised };
const minute = 60_000;

test("14 clean attempts are 18 from passing, and a third failure up to the 27th attempt would fail", () => {
  expect(sayDistance({ failed: 0, attempts: 14 }, defaults)).toBe(
    "a 3rd failure up to attempt 27 would fail it, 18 more clean attempts pass",
  );
  expect(sayDistance({ failed: 1, attempts: 56 }, defaults)).toMatch(
    /5th failure .* 1 more clean attempt passes$/,
  );
});

const open = fc
  .record({
    limits: fc.constantFrom(...Object.values(presets)).map((rates): Limits => ({ ...rates, ...promised })),
    failed: fc.integer({ min: 0, max: 12 }),
    good: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ limits, failed, good }) => ({ limits, share: { failed, attempts: failed + good } }))
  .filter(({ limits, share: { failed, attempts } }) => standing(failed, attempts, limits) === "open");

test("the distances are those at which it decides, and no attempt earlier", () => {
  fc.assert(
    fc.property(open, ({ limits, share: { failed: x, attempts: n } }) => {
      const { fails, passes } = distanceOf({ failed: x, attempts: n }, limits);
      expect(standing(x, n + passes, limits)).toBe("pass");
      expect(standing(x, n + passes - 1, limits)).toBe("open");
      expect(standing(fails.failure, fails.upTo, limits)).toBe("fail");
      expect(standing(fails.failure, fails.upTo + 1, limits)).not.toBe("fail");
      const inARow = fails.failure - x;
      expect(standing(x + inARow, n + inARow, limits)).toBe("fail");
      expect(standing(x + inARow - 1, n + inARow - 1, limits)).not.toBe("fail");
    }),
  );
});

test("by the hour the distances are times", () => {
  const hourly = { tolerable: 0.2, unacceptable: 2, ...promised };
  expect(sayCounterDistance(1, 30 * minute, hourly)).toBe(
    "a 3rd failure within 47 minutes would fail it, 2 hours more without one pass",
  );
  expect(counterStanding(3, 76 * minute, hourly)).toBe("fail");
});

test("numbers in a row are written as people write them", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 113, 1_001].map(ordinal)).toEqual([
    "1st",
    "2nd",
    "3rd",
    "4th",
    "11th",
    "12th",
    "13th",
    "21st",
    "102nd",
    "113th",
    "1,001st",
  ]);
});

test("each preset says how many clean attempts pass", () => {
  const needed = Object.values(presets).map((rates) => passesFrom(0, { ...rates, ...promised }));
  expect(needed).toEqual([65, 32, 15]);
});

test("a quantile leaves a share that may be slow, and limits that can be told apart", () => {
  expect(slowLimits(950_000, promised)).toMatchObject({ tolerable: 50_000, unacceptable: 250_000 });
  expect(slowLimits(990_000, promised)).toMatchObject({ tolerable: 10_000, unacceptable: 100_000 });
  fc.assert(
    fc.property(fc.integer({ min: 500_000, max: 999_999 }), (quantile) => {
      const { tolerable, unacceptable } = slowLimits(quantile, promised);
      expect(unacceptable).toBeGreaterThan(tolerable);
      expect(unacceptable).toBeLessThan(1_000_000);
    }),
  );
});

const subject = {
  events: {},
  failures: ["failed"],
  eventField: "event",
  attemptKey: ["id"],
  syntheticField: "synthetic",
};

test("a million attempts are decided, and told, in a moment", () => {
  const began = process.cpuUsage();
  for (const failed of [0, 9_999, 10_000, 52_250, 52_270, 100_000, 1_000_000]) {
    const real = { failed, attempts: 1_000_000 };
    const tally = { real, synthetic: real, withoutKey: 0, events: {} };
    const checks = checksOf(tally, { subject, limits: defaults, minEvents: 1, elapsed: 0 });
    expect(checks).toHaveLength(1);
    expect(checks.map(({ stands }) => saying(checks, stands))).not.toContain("");
  }
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(5);
});
