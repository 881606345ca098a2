import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { canonical, digest } from "../../../kit/release/canonical.ts";

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.string(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4 }),
  ),
})).value;

test("the canonical text is JSON of the same value", () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("the order in which keys were written makes no difference", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed());
      expect(digest(reversed)).toBe(digest(value));
    }),
  );
});

test("a float is refused, and so is what JSON has no form for", () => {
  expect(() => canonical({ seconds: 0.5 })).toThrow("no floats");
  expect(() => canonical([undefined])).toThrow("not JSON");
  expect(() => canonical(NaN)).toThrow("no floats");
});

test("a property that is undefined is as if it were not there", () => {
  expect(canonical({ a: 1, b: undefined })).toBe('{"a":1}');
});
