import { expect, test } from "@jest/globals";
import { duration, seconds } from "../../../rehearsal/report/duration.ts";

test.each([
  [0, "0.0 s"],
  [449, "0.4 s"],
  [12_345, "12.3 s"],
  [59_949, "59.9 s"],
  [59_950, "1 min 00 s"],
  [125_400, "2 min 05 s"],
  [3_599_600, "1 h 00 min"],
  [3_725_000, "1 h 02 min"],
  [-5, "0.0 s"],
])("%d ms are %s", (milliseconds, words) => {
  expect(duration(milliseconds)).toBe(words);
});

test("seconds have one decimal, however many they are", () => {
  expect(seconds(125_449)).toBe("125.4");
});
