import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { nextLook } from "../../../../../kit/parts/database/guard/watchdog.ts";

test("the next look is never later than the moment at which it is too long, and not at once unless it is", () => {
  const patience = fc.record({
    sessions: fc.integer({ min: 1, max: 5 }),
    ms: fc.integer({ min: 20, max: 60_000 }),
  });
  const waits = fc.array(fc.record({ ms: fc.integer({ min: 0, max: 100_000 }) }), { maxLength: 8 });
  fc.assert(
    fc.property(waits, patience, (heldUp, given) => {
      const next = nextLook(heldUp, given);
      const tooLong = heldUp.filter(({ ms }) => ms >= given.ms).length >= given.sessions;
      expect(next === 0).toBe(tooLong);
      // Whoever begins to wait right now is seen before it is too long.
      expect(next).toBeLessThanOrEqual(Math.max(10, given.ms / 2));
      const almost = heldUp.filter(({ ms }) => ms + next > given.ms + 10).length;
      if (!tooLong) expect(almost).toBeLessThan(given.sessions);
    }),
  );
});
