import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { indexText } from "../../../kit/judge/place.ts";

const text = fc.array(fc.constantFrom("a", "ß", "€", "𝄞", "\n", " "), { maxLength: 60 });

test("a text is cut by bytes as its UTF-8 is, whatever characters it has", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (characters, from, to) => {
      const [start, end] = [from, to].map((at) => at % (characters.length + 1)).toSorted((a, b) => a - b);
      const bytes = (count: number | undefined): number =>
        Buffer.byteLength(characters.slice(0, count).join(""));
      const indexed = indexText(characters.join(""));
      expect(indexed.slice(bytes(start), bytes(end))).toBe(characters.slice(start, end).join(""));
      expect(indexed.slice(bytes(start))).toBe(characters.slice(start).join(""));
    }),
  );
});

test("a place counts lines, and UTF-16 units within one", () => {
  const indexed = indexText("ab\n𝄞ß c");
  expect(indexed.place(Buffer.byteLength("ab\n𝄞ß "))).toEqual({ line: 2, column: 5 });
  expect(indexed.line(2)).toBe("𝄞ß c");
});
