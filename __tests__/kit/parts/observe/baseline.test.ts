import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { judgeBaseline } from "../../../../kit/parts/observe/baseline.ts";
import { poisson, upperBound } from "../../../../kit/parts/observe/binomial.ts";
import { WHOLE } from "../../../../kit/parts/observe/rate.ts";
import { standing } from "../../../../kit/parts/observe/sequential-test.ts";
import { seeded } from "../../../support/seeded.ts";

const declared = { tolerable: 10_000, unacceptable: 100_000, falseFail: 10_000, falsePass: 50_000 };

test("the upper bounds are the published ones", () => {
  const percents = [
    [0, 20],
    [0, 60],
    [0, 100],
    [0, 300],
    [0, 500],
    [2, 500],
  ].map(([x = 0, n = 0]) => upperBound(x, n) / 10_000);
  expect(percents.map((value) => value.toFixed(1))).toEqual(["13.9", "4.9", "3.0", "1.0", "0.6", "1.3"]);
});

/** Whether x failures or fewer in n have a chance of at most 1 in 20 at `parts` per million: in whole numbers. */
function rare(x: number, n: number, parts: number): boolean {
  const [p, q, whole] = [BigInt(parts), BigInt(WHOLE - parts), BigInt(WHOLE)];
  let choose = 1n;
  let sum = 0n;
  for (let k = 0; k <= x; k += 1) {
    sum += choose * p ** BigInt(k) * q ** BigInt(n - k);
    choose = (choose * BigInt(n - k)) / BigInt(k + 1);
  }
  return sum * 20n <= whole ** BigInt(n);
}

test("the upper bound is the smallest rate that is ruled out, to a millionth", () => {
  const counts = fc
    .integer({ min: 1, max: 400 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.constant(n)));
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const bound = upperBound(x, n);
      expect([rare(x, n, bound), rare(x, n, bound - 2)]).toEqual([true, false]);
    }),
  );
});

test("nothing that was seen, and nothing but failures, rule nothing out", () => {
  expect([upperBound(0, 0), upperBound(7, 7)]).toEqual([WHOLE, WHOLE]);
});

test("a million attempts are no effort", () => {
  expect(upperBound(500, 1_000_000)).toBeGreaterThan(500);
  expect(upperBound(500, 1_000_000)).toBeLessThan(545);
});

test("a baseline that shows less than what is tolerable leaves the declared rates", () => {
  const { kind, limits } = judgeBaseline({ failed: 0, attempts: 500 }, declared);
  expect([kind, limits]).toEqual(["informative", declared]);
});

test("a baseline that shows more raises what is tolerable to its bound, and what is not above that", () => {
  const { kind, bound, limits } = judgeBaseline({ failed: 5, attempts: 400 }, declared);
  expect(kind).toBe("informative");
  expect(limits).toEqual({
    ...declared,
    tolerable: bound,
    unacceptable: Math.max(5 * bound, bound + 90_000),
  });
});

test("a baseline of nothing, or of little, leaves the declared rates and says so", () => {
  for (const attempts of [0, 20]) {
    const { kind, limits } = judgeBaseline({ failed: 0, attempts }, declared);
    expect([attempts, kind, limits]).toEqual([attempts, "uninformative", declared]);
  }
});

test("a baseline that fails more often than 5 % is unhealthy", () => {
  expect(judgeBaseline({ failed: 30, attempts: 500 }, declared).kind).toBe("unhealthy");
  expect(judgeBaseline({ failed: 1, attempts: 2 }, declared).kind).toBe("unhealthy");
});

test("what a person declares tolerable above 5 % is not called unhealthy below it", () => {
  const generous = { ...declared, tolerable: 200_000, unacceptable: 400_000 };
  expect(judgeBaseline({ failed: 60, attempts: 500 }, generous)).toMatchObject({
    kind: "informative",
    limits: generous,
  });
});

test("a baseline never makes the test stricter than declared, and its limits are always ones", () => {
  const seen = fc
    .integer({ min: 0, max: 2_000 })
    .chain((attempts) =>
      fc.record({ failed: fc.integer({ min: 0, max: attempts }), attempts: fc.constant(attempts) }),
    );
  fc.assert(
    fc.property(seen, (share) => {
      const { limits } = judgeBaseline(share, declared);
      expect(limits.tolerable).toBeGreaterThanOrEqual(declared.tolerable);
      expect(limits.unacceptable).toBeGreaterThan(limits.tolerable);
      expect(limits.unacceptable).toBeLessThan(WHOLE);
    }),
  );
});

test("2,000 simulated releases as good as their baseline are failed as seldom as promised, at any rate up to 4 %", () => {
  const random = seeded(20261128);
  const runs = 2_000;
  const failures = (p: number, n: number): number => {
    let x = 0;
    for (let attempt = 0; attempt < n; attempt += 1) if (random() < p) x += 1;
    return x;
  };
  for (const p of [0.01, 0.04]) {
    let fails = 0;
    for (let run = 0; run < runs; run += 1) {
      const { kind, limits } = judgeBaseline({ failed: failures(p, 300), attempts: 300 }, declared);
      if (kind !== "informative") continue;
      let x = 0;
      for (let n = 10; n <= 100; n += 10) {
        x += failures(p, 10);
        const now = standing(x, n, limits);
        if (now === "fail") fails += 1;
        if (now !== "open") break;
      }
    }
    const promised = 0.01;
    expect([p, fails / runs <= promised + 4 * Math.sqrt(promised / runs)]).toEqual([p, true]);
  }
});

test("the chances of counts add up to one, and their mean is the one that was asked for", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 60, noNaN: true }), (mean) => {
      const chances = poisson(mean, 200);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
      expect(chances.reduce((sum, chance, count) => sum + chance * count, 0)).toBeCloseTo(mean, 6);
    }),
  );
});
