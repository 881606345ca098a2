import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { decideWatch } from "../../../../kit/release/decision/decide-watch.ts";
import type { Need } from "../../../../kit/release/decision/needs.ts";
import { all, facts, functions, minute, now, policy } from "../../../support/decided.ts";

const limits = { ...policy, watchLimit: 7 * 1440 * minute };
const look = (outputs: Record<string, string>, result = "success"): Need => ({ result, outputs });
const decided = (observe: Need | undefined, of = facts(all), at = now) =>
  decideWatch(observe === undefined ? {} : { observe }, of, at, limits);

test("a verdict ends it", () => {
  expect(decided(look({ verdict: "pass" })).do).toBe("none");
  expect(decided(look({ verdict: "fail" }, "failure"))).toMatchObject({
    do: "roll-back",
    because: "observe says fail",
  });
});

test("a pass whose way back is gone is held, as at the end of any release", () => {
  const of = facts(all, { notReady: "the former site is gone" });
  expect(decided(look({ verdict: "pass" }), of)).toMatchObject({ do: "hold" });
  expect(decided(look({ verdict: "pass" }), of).unproven).toBeUndefined();
});

test("where rollback is off, a fail is held and says why", () => {
  const off = { ...limits, off: "0014 drops a column" };
  const decision = decideWatch({ observe: look({ verdict: "fail" }, "failure") }, facts(all), now, off);
  expect(decision).toMatchObject({ do: "hold", because: expect.stringContaining("0014 drops a column") });
});

test("green without its verdict is no pass", () => {
  expect(decided(look({}))).toMatchObject({ do: "watch" });
});

const silent = fc.oneof(
  fc.constant(undefined),
  fc.record({
    result: fc.constantFrom("success", "failure", "cancelled", "skipped"),
    outputs: fc.record(
      { verdict: fc.constantFrom("inconclusive", "error", ""), attempt: fc.constantFrom("1", "2") },
      { requiredKeys: [] },
    ),
  }),
);

test("a look without a verdict never undoes, releases or halts; it is watched until its limit, and not a moment longer", () => {
  fc.assert(
    fc.property(silent, fc.integer({ min: 0, max: 20 * 1440 }), (observe, age) => {
      const { at } = functions;
      const decision = decided(observe, facts([functions]), (at ?? 0) + age * minute);
      const over = age * minute > limits.watchLimit;
      expect(decision.do).toBe(over ? "hold" : "watch");
      expect(decision.unproven).toBe(over ? true : undefined);
    }),
  );
});

test("what a look before has begun to bring back is brought back whatever the next one says", () => {
  fc.assert(
    fc.property(silent, (observe) => {
      const decision = decided(observe, facts(all, { wentBack: true }));
      expect(decision).toMatchObject({
        do: "roll-back",
        because: expect.stringContaining("rolled back already"),
      });
    }),
  );
});

test("what was begun to be brought back under a newer release is left to that one", () => {
  const of = facts(all, { wentBack: true, supersededBy: "production-20261129-aaaaaaaaaaaa-9" });
  expect(decided(look({ verdict: "inconclusive" }), of).do).toBe("watch");
});
