import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { percent, perHour, rate } from "../../../../kit/parts/observe/rate.ts";

const share = rate({ description: "", default: "1%" });
const hourly = perHour({ description: "" });

test("a rate is read as it is written, and written as it is read", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), (parts) => {
      expect(share.parse(percent(parts))).toEqual({ value: parts });
      expect(share.parse(` ${percent(parts)} `)).toEqual({ value: parts });
    }),
  );
});

test.each([["0%"], ["100%"], ["1"], [1], [["1%"]], [{ toString: 0 }], [null], [nested(20_000)]])(
  "what is no rate is refused: case %#",
  (raw) => {
    expect(share.parse(raw)).toEqual({ expected: "a rate between 0% and 100%", write: "1%" });
  },
);

test.each([
  ["2/h", 2],
  ["0.5/h", 0.5],
  ["3/d", 0.125],
])("%s is %d an hour", (raw, value) => {
  expect(hourly.parse(raw)).toEqual({ value });
});

test.each([["0/h"], ["2"], [2], [["2/h"]], [{ toString: 0 }], [nested(20_000)]])(
  "what is no count an hour is refused: case %#",
  (raw) => {
    expect(hourly.parse(raw)).toMatchObject({ write: "2/h" });
  },
);

function nested(depth: number): unknown {
  return JSON.parse("[".repeat(depth) + "]".repeat(depth));
}
