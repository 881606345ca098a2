import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { oneLine, printable } from "../../../rehearsal/report/printable.ts";

test("escape sequences are gone, and what cannot be seen is spelled out", () => {
  expect(printable("\u001B[31mred\u001B[0m \u001B]8;;http://x\u0007link\u001B]8;;\u0007")).toBe("red link");
  expect(printable("a\u202Eb\u0000c\u009Bd")).toBe("a[U+202E]b[U+0000]c[U+009B]d");
  expect(printable("one\r\ntwo\rthree\u2028four\tfive")).toBe("one\ntwo\nthree\nfour\tfive");
});

test("whatever comes in, nothing comes out that could steer a terminal or break a line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(printable(text)).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}/u);
      expect(oneLine(text)).not.toMatch(/\p{Cc}/u);
    }),
  );
});
