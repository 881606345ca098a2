import { expect, test } from "@jest/globals";
import { suggest } from "../../../kit/config/suggest.ts";

test("a word is near where a third of its letters are others, whatever their case", () => {
  expect(suggest("Stagin", ["production", "staging"])).toBe("staging");
  expect(suggest("stging", ["production", "stag", "staging"])).toBe("staging");
  expect(suggest("x", ["production", "xy"])).toBe("xy");
});

test("what is far from all known words is like none of them, also where a name is an emoji", () => {
  expect(suggest("production", ["staging", "prod", "🚀", "🚀🚀🚀🚀🚀"])).toBeUndefined();
  expect(suggest("anything", [])).toBeUndefined();
});
