import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { WHOLE, percent, rate } from "../../../../kit/parts/observe/rate.ts";
import {
  type Limits,
  failsUpTo,
  passesFrom,
  standing,
} from "../../../../kit/parts/observe/sequential-test.ts";
import { seeded } from "../../../support/seeded.ts";

const defaults: Limits = { tolerable: 10_000, unacceptable: 100_000, falseFail: 10_000, falsePass: 50_000 };

const anyLimits = fc
  .tuple(
    fc.integer({ min: 1_000, max: 200_000 }),
    fc.integer({ min: 20_000, max: 500_000 }),
    fc.integer({ min: 1_000, max: 100_000 }),
    fc.integer({ min: 1_000, max: 100_000 }),
  )
  .map(([tolerable, more, falseFail, falsePass]): Limits => {
    return { tolerable, unacceptable: tolerable + more, falseFail, falsePass };
  });

const anyCounts = fc
  .integer({ min: 0, max: 300 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test("the boundaries of the defaults are the ones that people were promised", () => {
  expect([0, 1, 2, 3, 4, 5].map((x) => failsUpTo(x, defaults))).toEqual([
    undefined,
    undefined,
    2,
    27,
    52,
    77,
  ]);
  expect([0, 1, 2, 3].map((x) => passesFrom(x, defaults))).toEqual([32, 57, 82, 107]);
});

test("the presets have the boundaries of the table", () => {
  const strict = { ...defaults, tolerable: 5_000, unacceptable: 50_000 };
  const coarse = { ...defaults, unacceptable: 200_000 };
  expect(passesFrom(0, strict)).toBe(65);
  expect([passesFrom(0, coarse), failsUpTo(2, coarse), failsUpTo(3, coarse)]).toEqual([15, 8, 23]);
});

test("without an attempt nothing is decided, and one alone decides nothing", () => {
  expect(standing(0, 0, defaults)).toBe("open");
  expect(standing(0, 1, defaults)).toBe("open");
  expect(standing(1, 1, defaults)).toBe("open");
  expect(standing(2, 2, defaults)).toBe("fail");
});

test("from 0 to 50 attempts each pair of counts stands where the table says", () => {
  for (let n = 0; n <= 50; n += 1) {
    for (let x = 0; x <= n; x += 1) {
      const fails = n <= (failsUpTo(x, defaults) ?? -1);
      const passes = n >= passesFrom(x, defaults);
      expect([x, n, standing(x, n, defaults)]).toEqual([x, n, fails ? "fail" : passes ? "pass" : "open"]);
    }
  }
});

test("it is what the logarithms say, wherever floats can tell", () => {
  fc.assert(
    fc.property(anyLimits, anyCounts, (limits, [x, n]) => {
      const [p0, p1] = [limits.tolerable / WHOLE, limits.unacceptable / WHOLE];
      const ratio = x * Math.log(p1 / p0) + (n - x) * Math.log((1 - p1) / (1 - p0));
      const [upper, lower] = [-Math.log(limits.falseFail / WHOLE), Math.log(limits.falsePass / WHOLE)];
      fc.pre(Math.abs(ratio - upper) > 1e-9 && Math.abs(ratio - lower) > 1e-9);
      expect(standing(x, n, limits)).toBe(ratio >= upper ? "fail" : ratio <= lower ? "pass" : "open");
    }),
  );
});

test("one more failure never helps, one more good attempt never hurts", () => {
  const order = { pass: 0, open: 1, fail: 2 };
  fc.assert(
    fc.property(anyLimits, anyCounts, (limits, [x, n]) => {
      const now = order[standing(x, n, limits)];
      expect(order[standing(x + 1, n + 1, limits)]).toBeGreaterThanOrEqual(now);
      expect(order[standing(x, n + 1, limits)]).toBeLessThanOrEqual(now);
    }),
  );
});

/** The exact chance of each end when every attempt fails with chance `p` and one looks after each of `cap`. */
function odds(p: number, cap: number, limits: Limits): { fail: number; pass: number } {
  let open = [1];
  const ended = { fail: 0, pass: 0, open: 0 };
  for (let n = 1; n <= cap; n += 1) {
    const next = Array.from({ length: n + 1 }, (_, x) => (open[x] ?? 0) * (1 - p) + (open[x - 1] ?? 0) * p);
    open = next.map((chance, x) => {
      const where = chance === 0 ? "open" : standing(x, n, limits);
      if (where !== "open") ended[where] += chance;
      return where === "open" ? chance : 0;
    });
  }
  return ended;
}

test("the chances of the defaults are the published ones", () => {
  const rounded = (p: number, cap: number): number[] => {
    const { fail, pass } = odds(p, cap, defaults);
    return [fail, pass].map((chance) => Math.round(chance * 1000) / 1000);
  };
  expect(rounded(0.01, 50)).toEqual([0.003, 0.725]);
  expect(rounded(0.1, 50)).toEqual([0.767, 0.034]);
  expect(rounded(0.01, 200)).toEqual([0.004, 0.995]);
  expect(rounded(0.1, 200)).toEqual([0.952, 0.047]);
  expect(rounded(1, 50)).toEqual([1, 0]);
});

test("whatever the limits, a tolerable release is failed and an unacceptable one passed as seldom as promised", () => {
  fc.assert(
    fc.property(anyLimits, (limits) => {
      const [p0, p1] = [limits.tolerable / WHOLE, limits.unacceptable / WHOLE];
      for (const p of [p0, p0 / 3])
        expect(odds(p, 120, limits).fail).toBeLessThanOrEqual(limits.falseFail / WHOLE);
      for (const p of [p1, (1 + p1) / 2])
        expect(odds(p, 120, limits).pass).toBeLessThanOrEqual(limits.falsePass / WHOLE);
    }),
    { numRuns: 15 },
  );
});

test("20,000 simulated releases, looked at in batches of any size, keep to the promised error rates", () => {
  const random = seeded(20261122);
  const runs = 20_000;
  const known = new Map<number, ReturnType<typeof standing>>();
  const at = (x: number, n: number): ReturnType<typeof standing> => {
    const key = x * 1000 + n;
    const found = known.get(key) ?? standing(x, n, defaults);
    known.set(key, found);
    return found;
  };
  const release = (p: number): string => {
    let [x, n] = [0, 0];
    while (n < 150) {
      for (let batch = Math.ceil(random() * 7); batch > 0; batch -= 1) {
        n += 1;
        if (random() < p) x += 1;
      }
      const now = at(x, n);
      if (now !== "open") return now;
    }
    return "open";
  };
  const share = (p: number, end: string): number => {
    let count = 0;
    for (let run = 0; run < runs; run += 1) if (release(p) === end) count += 1;
    return count / runs;
  };
  const bound = (promised: number): number => promised + 4 * Math.sqrt(promised / runs);
  expect(share(0.01, "fail")).toBeLessThanOrEqual(bound(0.01));
  expect(share(0.1, "pass")).toBeLessThanOrEqual(bound(0.05));
});

test("thousands of attempts are no effort", () => {
  expect(standing(500, 50_000, defaults)).toBe("pass");
  expect(standing(5_000, 50_000, defaults)).toBe("fail");
});

test("rates are read as they are written, and refused when they are none", () => {
  const parse = rate({ description: "", default: "1%" }).parse;
  expect(["1%", "0.5%", "12.3456%", "99%"].map((text) => parse(text))).toEqual(
    [10_000, 5_000, 123_456, 990_000].map((value) => ({ value })),
  );
  for (const wrong of ["1", "0%", "100%", "-1%", "1.23456%", "", "one"])
    expect(parse(wrong)).toHaveProperty("expected");
  fc.assert(
    fc.property(fc.integer({ min: 1, max: WHOLE - 1 }), (value) =>
      expect(parse(percent(value))).toEqual({ value }),
    ),
  );
});
