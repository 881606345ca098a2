import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { isSame, readPath, valueAt } from "../../../../../kit/parts/checks/probes/json-path.ts";

const key = fc.oneof(
  fc.constantFrom("a", "error", "__proto__", "constructor", "x-y", "0", "odd key", 'q"', "b\\", "]", ""),
  fc.string(),
);
const steps = fc.array(fc.oneof(key, fc.nat({ max: 20 })), { maxLength: 5 });

/** A path in its longest form, which can say any key. */
const written = (path: readonly (string | number)[]): string =>
  `$${path.map((one) => `[${JSON.stringify(one)}]`).join("")}`;

test("any steps can be written and are read as they are", () => {
  fc.assert(
    fc.property(steps, (path) => expect(readPath(written(path))).toEqual(path)),
    { numRuns: 2000 },
  );
});

test("the short form says the same", () => {
  expect(readPath("error")).toEqual(["error"]);
  expect(readPath("$.facets.perspective")).toEqual(["facets", "perspective"]);
  expect(readPath('insights[0].body["odd key"]')).toEqual(["insights", 0, "body", "odd key"]);
  expect(readPath("[1][2]")).toEqual([1, 2]);
  expect(readPath("$")).toEqual([]);
});

test("what is no path is none", () => {
  const none = [
    "",
    ".",
    ".a",
    "a.",
    "a..b",
    "a b",
    "a[",
    "a[b]",
    "a[-1]",
    "a[0]b",
    "$a",
    "$$",
    "a[0",
    '["a]',
    "*",
    "a[*]",
  ];
  expect(none.filter((text) => readPath(text) !== undefined)).toEqual([]);
});

test("a path leads to every value of a document, and to nothing that the document does not have itself", () => {
  const leaves = (
    value: unknown,
    at: readonly (string | number)[],
  ): [readonly (string | number)[], unknown][] =>
    Array.isArray(value)
      ? [[at, value], ...value.flatMap((inner: unknown, index) => leaves(inner, [...at, index]))]
      : typeof value === "object" && value !== null
        ? [[at, value], ...Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...at, name]))]
        : [[at, value]];
  fc.assert(
    fc.property(fc.jsonValue(), (document) => {
      for (const [path, value] of leaves(document, []))
        expect(valueAt(document, readPath(written(path)) ?? ["?"])).toBe(value);
      for (const name of ["toString", "constructor", "__proto__", "length"])
        if (
          typeof document !== "object" ||
          document === null ||
          !Object.hasOwn(document, name) ||
          Array.isArray(document)
        )
          expect(valueAt(document, [name])).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

test("two documents are the same when their canonical texts are", () => {
  const canonical = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(canonical)
      : typeof value === "object" && value !== null
        ? Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, inner]) => [name, canonical(inner)])
            .concat([["{}", ""]])
        : value;
  const same = (a: unknown, b: unknown): boolean =>
    JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
  // Zeros of two signs are one number.
  const json = fc
    .jsonValue()
    .map((value) => JSON.parse(JSON.stringify(value).replaceAll("-0", "0")) as unknown);
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(isSame(a, b)).toBe(same(a, b));
      expect(isSame(a, JSON.parse(JSON.stringify(a)))).toBe(true);
    }),
    { numRuns: 1000 },
  );
  expect(isSame({ a: 1, b: [{}] }, { b: [{}], a: 1 })).toBe(true);
  expect(isSame({ a: undefined }, {})).toBe(false);
  expect(isSame([], {})).toBe(false);
});
