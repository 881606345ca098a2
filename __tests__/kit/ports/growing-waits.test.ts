import { expect, test } from "@jest/globals";
import { growingWaits } from "../../../kit/ports/growing-waits.ts";

test("the second look comes soon, later ones at the interval that was asked for", () => {
  const waits = growingWaits(2000);
  const first = Array.from({ length: 6 }, () => waits.next().value);
  expect(first).toEqual([125, 250, 500, 1000, 2000, 2000]);
});

test("an interval of nothing is no wait", () => {
  expect(growingWaits(0).next().value).toBe(0);
});

test("a wait is whole milliseconds: what follows from it stands in records, where no fraction is", () => {
  const waits = growingWaits(5);
  expect(Array.from({ length: 5 }, () => waits.next().value)).toEqual([1, 2, 4, 5, 5]);
});
