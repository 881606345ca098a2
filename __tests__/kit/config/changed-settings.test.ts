import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { stringify } from "yaml";
import { changedSettings } from "../../../kit/config/changed-settings.ts";

test("every setting that differs is named by its path, with both values", () => {
  const before = "targets:\n  production: { gates: { migrate: reviewers }, origins: [a.example.com] }\n";
  const after =
    "targets:\n  production: { gates: none, origins: [a.example.com], host-api-url: https://evil.example }\n";
  expect(changedSettings(before, after)).toEqual([
    { key: "targets.production.gates", was: undefined, is: "none" },
    { key: "targets.production.gates.migrate", was: "reviewers", is: undefined },
    { key: "targets.production.host-api-url", was: undefined, is: "https://evil.example" },
  ]);
});

test("comments, order and style change nothing; what is no YAML cannot be compared", () => {
  expect(changedSettings("a: 1\nb: [2]\n", "# said\nb:\n  - 2\na: 1\n")).toEqual([]);
  expect(changedSettings("a: [", "a: 1")).toBeUndefined();
  const bomb =
    "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*b]\n";
  expect(changedSettings("a: 1", bomb)).toBeUndefined();
});

const settings = fc.dictionary(
  fc.constantFrom("migrate", "gates", "origins", "__proto__", "constructor"),
  fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b"), fc.integer()),
  ),
);

test("nothing differs from itself, and what was added or taken away is always named", () => {
  fc.assert(
    fc.property(settings, fc.string({ minLength: 1 }), (file, value) => {
      const text = stringify(file);
      expect(changedSettings(text, text)).toEqual([]);
      const more = stringify({ ...file, "new-key": value });
      expect(changedSettings(text, more)?.map(({ key }) => key)).toContain("new-key");
      expect(changedSettings(more, text)?.map(({ key }) => key)).toContain("new-key");
    }),
  );
});

test("a file that is wrong at each of its letters is none, and that is found soon", () => {
  const began = performance.now();
  expect(changedSettings(`${"]".repeat(60_000)}\nbuild:\n  output: dist\n`, "build: {}")).toBeUndefined();
  // It took 15 s: each error was told with a copy of its line.
  expect(performance.now() - began).toBeLessThan(5_000);
});
