import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { inTurn } from "../../scripts/in-turn.ts";

test("every day has all, the first of them first, and each begins within a few days", () => {
  const few = fc.tuple(
    fc.integer({ min: 1, max: 80 }),
    fc.integer({ min: 2, max: 30 }),
    fc.integer({ min: 0, max: 40_000 }),
  );
  fc.assert(
    fc.property(few, ([length, least, day]) => {
      const all = Array.from({ length }, (_, index) => index);
      const turns = Math.max(1, Math.ceil((length - 1) / (least - 1)));
      const days = Array.from({ length: turns }, (_, later) => inTurn(all, least, day + later));
      for (const one of days) {
        expect(one[0]).toBe(0);
        expect([...one].sort((a, b) => a - b)).toEqual(all);
      }
      expect(new Set(days.flatMap((one) => one.slice(0, least))).size).toBe(length);
    }),
  );
});

test("neighbours of a table are not left out together", () => {
  const table = Array.from({ length: 52 }, (_, index) => index);
  expect(inTurn(table, 18, 3).slice(0, 4)).toEqual([0, 1, 4, 7]);
  expect(inTurn(table, 18, 4).slice(0, 4)).toEqual([0, 2, 5, 8]);
});

test("of nothing there is nothing, and one is itself", () => {
  expect(inTurn([], 18, 20_786)).toEqual([]);
  expect(inTurn(["a"], 18, 20_786)).toEqual(["a"]);
});
