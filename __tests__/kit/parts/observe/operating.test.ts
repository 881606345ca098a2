import { expect, test } from "@jest/globals";
import { presets } from "../../../../kit/parts/observe/presets.ts";
import { WHOLE } from "../../../../kit/parts/observe/rate.ts";
import { type Limits, standing } from "../../../../kit/parts/observe/sequential-test.ts";

/** How the test has ended by a number of attempts. */
interface Ended {
  readonly fail: number;
  readonly pass: number;
  /** The sum of n times the chance to fail with the nth. */
  readonly weighed: number;
}

/**
 * The exact chances of every course, cell by cell, when each attempt fails with chance `p` and one looks after each:
 * what has ended by each of the `horizons`.
 */
function oracle(p: number, limits: Limits, horizons: readonly number[]): readonly Ended[] {
  const most = Math.max(...horizons);
  const ended = { fail: 0, pass: 0, weighed: 0 };
  const at: Ended[] = [];
  let open: [x: number, chance: number][] = [[0, 1]];
  for (let n = 1; n <= most; n += 1) {
    const next = new Map<number, number>();
    for (const [x, chance] of open) {
      next.set(x, (next.get(x) ?? 0) + chance * (1 - p));
      next.set(x + 1, (next.get(x + 1) ?? 0) + chance * p);
    }
    open = [...next].filter(([x, chance]) => {
      const where = standing(x, n, limits);
      if (where === "open") return chance > 1e-12;
      ended[where] += chance;
      if (where === "fail") ended.weighed += n * chance;
      return false;
    });
    if (horizons.includes(n)) at.push({ ...ended });
  }
  return at;
}

const grid = [1_000, 5_000, 10_000, 20_000, 50_000].flatMap((tolerable) =>
  [50_000, 100_000, 200_000, 500_000]
    .filter((unacceptable) => unacceptable > 2 * tolerable)
    .map((unacceptable) => ({ tolerable, unacceptable })),
);

const promises = [3_333, 10_000, 50_000].flatMap((falseFail) =>
  [10_000, 50_000].map((falsePass) => ({ falseFail, falsePass })),
);

const horizons = [50, 200, 400];

test.each(promises)(
  "over the grid of rates at most $falseFail millionths of tolerable releases fail and $falsePass of unacceptable ones pass",
  (promised) => {
    for (const rates of grid) {
      const limits = { ...rates, ...promised };
      const [p0, p1] = [limits.tolerable / WHOLE, limits.unacceptable / WHOLE];
      for (const p of [p0, p0 / 2])
        for (const { fail } of oracle(p, limits, horizons))
          expect([limits, p, fail <= promised.falseFail / WHOLE]).toEqual([limits, p, true]);
      for (const p of [p1, (1 + p1) / 2])
        for (const { pass } of oracle(p, limits, horizons))
          expect([limits, p, pass <= promised.falsePass / WHOLE]).toEqual([limits, p, true]);
    }
  },
);

const defaults = { falseFail: 10_000, falsePass: 50_000 };

/** The attempts that the test needs at the unacceptable rate, as Wald approximates: the boundaries over the mean step. */
function wald({ tolerable, unacceptable, falseFail, falsePass }: Limits): { mean: number; step: number } {
  const [p0, p1, beta] = [tolerable / WHOLE, unacceptable / WHOLE, falsePass / WHOLE];
  const step = p1 * Math.log(p1 / p0) + (1 - p1) * Math.log((1 - p1) / (1 - p0));
  return { mean: ((1 - beta) * Math.log(WHOLE / falseFail) + beta * Math.log(beta)) / step, step };
}

function meanToFail(limits: Limits): number {
  const [ended] = oracle(limits.unacceptable / WHOLE, limits, [2_000]);
  return ended === undefined ? Number.NaN : ended.weighed / ended.fail;
}

test("with every preset an unacceptable release is seen within 1.3 times Wald's approximation", () => {
  const ratios = Object.values(presets).map((rates) => {
    const limits = { ...rates, ...defaults };
    return meanToFail(limits) / wald(limits).mean;
  });
  expect(ratios.map((ratio) => ratio.toFixed(2))).toEqual(["1.20", "1.21", "1.24"]);
});

test("over the grid it is too, up to a factor of 20; beyond, what one failure says too much is all that is added", () => {
  for (const rates of grid) {
    const limits = { ...rates, ...defaults };
    const { mean, step } = wald(limits);
    const factor = rates.unacceptable / rates.tolerable;
    const seen = meanToFail(limits);
    if (factor <= 20) expect([rates, seen <= 1.3 * mean]).toEqual([rates, true]);
    expect([rates, seen <= (Math.log(WHOLE / limits.falseFail) + Math.log(factor)) / step]).toEqual([
      rates,
      true,
    ]);
  }
});
