import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { newTurns, suiteTurns } from "../../../../kit/parts/checks/turns.ts";

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

test.each([
  [1, ["suite"]],
  [2, ["suite"]],
  [3, ["suite", "test"]],
  [4, ["suite", "test", "lint", "types"]],
  [8, ["suite", "test", "lint", "types"]],
])(
  "with %d cores a suite comes first, with as many commands beside it as leave it its cores",
  async (cores, together) => {
    const turns = newTurns(cores);
    const begun: string[] = [];
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const work = (name: string) => async (): Promise<void> => {
      begun.push(name);
      await ended;
    };
    const all = [
      turns(work("suite"), suiteTurns(cores)),
      ...["test", "lint", "types"].map((name) => turns(work(name))),
    ];
    await Promise.resolve();
    expect(begun).toEqual(together);
    end();
    await Promise.all(all);
    expect(begun).toHaveLength(4);
  },
);
