import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { findBlame } from "../../../kit/compatibility/blame.ts";
import type { Outcome, Probe } from "../../../kit/compatibility/probes.ts";

const probe = (name: string): Probe => ({ name, ask: () => Promise.resolve({ is: "pass" }) });
const outcome = (fails: boolean): Outcome => (fails ? { is: "fail", why: "" } : { is: "pass" });

test("each probe is told its own file, in as many plays as halving takes", async () => {
  const world = fc.integer({ min: 1, max: 60 }).chain((pending) =>
    fc.record({
      pending: fc.constant(pending),
      // The state from which on each probe fails.
      from: fc.array(fc.integer({ min: 1, max: pending }), { maxLength: 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(world, async ({ pending, from }) => {
      const probes = from.map((_, index) => probe(`p${index}`));
      let plays = 0;
      const blame = await findBlame(probes, pending, (state, some) => {
        plays += 1;
        return Promise.resolve(some.map((one) => outcome(state >= (from[probes.indexOf(one)] ?? 0))));
      });
      expect(probes.map((one) => blame.get(one))).toEqual(from.map((state) => state - 1));
      expect(plays).toBeLessThanOrEqual(Math.ceil(Math.log2(pending)) * Math.max(1, from.length));
    }),
  );
});

test("where a state cannot be played nobody is blamed", async () => {
  const one = probe("one");
  const blame = await findBlame([one], 4, () => Promise.resolve([{ is: "unknown", why: "no time" }]));
  expect(blame.size).toBe(0);
});
