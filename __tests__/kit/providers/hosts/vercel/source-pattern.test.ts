import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { sourcePattern, substituted } from "../../../../../kit/providers/hosts/vercel/source-pattern.ts";

function captured(source: string, path: string): readonly (string | undefined)[] | undefined {
  return new RegExp(sourcePattern(source).src).exec(path)?.slice(1);
}

test.each([
  ["/results/:id", "/results/1", ["1"]],
  ["/results/:id", "/results/1/2", undefined],
  ["/files/:path*", "/files/a/b", ["a/b"]],
  ["/files/:path*", "/files", [undefined]],
  ["/files/:path*", "/files/", undefined],
  ["/docs/:path*/edit", "/docs/a/b/edit", ["a/b"]],
  ["/((?!assets/).*)", "/results/1", ["results/1"]],
  ["/((?!assets/).*)", "/assets/x.js", undefined],
  ["/:lang(en|de)/x", "/de/x", ["de"]],
  ["/:lang(en|de)/x", "/fr/x", undefined],
  ["/a/:b?", "/a", [undefined]],
  ["/a/:b+/c", "/a/x/y/c", ["x/y"]],
  ["/a.b/(.*)", "/aXb/q", undefined],
])("%s on %s", (source, path, groups) => {
  expect(captured(source, path)).toEqual(groups);
});

test("names in a destination become the numbers of their groups", () => {
  expect(substituted("/new/:id/:path*/$1/:other", ["id", "path"])).toBe("/new/$1/$2/$1/:other");
});

test("an open parenthesis is refused", () => {
  expect(() => sourcePattern("/a/(b")).toThrow("not closed");
});

test("a plain path fits itself and nothing longer", () => {
  const segment = fc.stringMatching(/^[a-z.$+-]{1,8}$/);
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
      const path = `/${segments.join("/")}`;
      const regex = new RegExp(sourcePattern(path).src);
      expect([regex.test(path), regex.test(`${path}x`)]).toEqual([true, false]);
    }),
  );
});
