import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { newTurns } from "../../../../kit/parts/checks/turns.ts";

test("never more than the limit work at once, all come to their turn in order, also after a failure", async () => {
  const jobs = fc.array(fc.record({ needs: fc.integer({ min: 1, max: 6 }), fails: fc.boolean() }));
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 4 }), jobs, async (s, limit, all) => {
      const turns = newTurns(limit);
      const began: number[] = [];
      let busy = 0;
      const running = all.map(({ needs, fails }, index) =>
        turns(async () => {
          began.push(index);
          busy += Math.min(needs, limit);
          expect(busy).toBeLessThanOrEqual(limit);
          await s.schedule(Promise.resolve());
          busy -= Math.min(needs, limit);
          if (fails) throw new Error("failed");
        }, needs),
      );
      const ended = Promise.allSettled(running);
      await s.waitFor(ended);
      expect(began).toEqual(all.map((_, index) => index));
      expect((await ended).map(({ status }) => status)).toEqual(
        all.map(({ fails }) => (fails ? "rejected" : "fulfilled")),
      );
    }),
  );
});
