import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { admits, isAnything } from "../../../../kit/release/environments/branch-pattern.ts";

test.each([
  ["main", "main", true],
  ["main", "main2", false],
  ["release/*", "release/1.2", true],
  ["release/*", "release/1/2", false],
  ["release/**/*", "release/1/2", true],
  ["*", "main", true],
  ["*", "feature/x", false],
  ["*", ".hidden", false],
  ["**/*", "a/b/c", true],
  ["**/*", "main", true],
  ["v[0-9].*", "v1.2", true],
  ["v[0-9].*", "vx.2", false],
  ["v[!0-9]*", "vx", true],
  ["v[!0-9]*", "v1", false],
  ["rel?ase", "release", true],
  ["rel?ase", "rel/ase", false],
  ["a.b", "axb", false],
  ["a\\*b", "a*b", true],
  ["a\\*b", "axb", false],
  ["[", "[", true],
  ["[z-a]", "[z-a]", true],
])("%s admits %s: %s", (pattern, name, expected) => {
  expect(admits(pattern, name)).toBe(expected);
});

test.each([
  ["*", true],
  ["**", true],
  ["**/*", true],
  ["*/*", true],
  ["?*", true],
  ["[a-z]*", true],
  ["main", false],
  ["release/*", false],
  ["v*", false],
  ["*-rc", false],
])("%s admits whatever is pushed: %s", (pattern, expected) => {
  expect(isAnything(pattern)).toBe(expected);
});

test("a name without signs admits itself and nothing else; no pattern makes it stumble", () => {
  const plain = fc.stringMatching(/^[a-z0-9][a-z0-9/_.-]{0,20}$/);
  fc.assert(fc.property(plain, plain, (one, other) => expect(admits(one, other)).toBe(one === other)));
  fc.assert(
    fc.property(fc.string(), fc.string(), (pattern, name) => {
      expect(typeof admits(pattern, name)).toBe("boolean");
    }),
  );
});
