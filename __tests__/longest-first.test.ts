import { expect, test } from "@jest/globals";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { longest, longestFirst } from "./support/longest-first.js";

const at = (name: string): string => join(import.meta.dirname, `${name}.test.ts`);

test("files that take long are begun first, longest first; the others stay in their order", () => {
  const tests = ["house", "bundle/bad-input", "kit/small", "rehearsal/outcomes"].map((name) => ({
    path: at(name),
  }));
  const sorted = ["rehearsal/outcomes", "bundle/bad-input", "house", "kit/small"].map(at);
  expect(longestFirst(tests).map(({ path }) => path)).toEqual(sorted);
});

test("every file that is said to take long is there", () => {
  expect(longest.filter((name) => !existsSync(at(name)))).toEqual([]);
});
