import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { inputsFrom } from "../../../support/inputs-of.ts";
import { cdnInputs } from "../../../../kit/parts/cdn/inputs.ts";
import { patternText, readPattern } from "../../../../kit/providers/cdns/pattern.ts";

test.each([
  ["/", { kind: "path", value: "/" }],
  ["/index.html", { kind: "path", value: "/index.html" }],
  ["/x?a=b", { kind: "path", value: "/x?a=b" }],
  ["/results/*", { kind: "prefix", value: "/results" }],
  ["/a/b/*", { kind: "prefix", value: "/a/b" }],
  ["/*", { kind: "prefix", value: "/" }],
  ["tag:app-shell", { kind: "tag", value: "app-shell" }],
  ["host:app.example.com", { kind: "host", value: "app.example.com" }],
  ["everything", { kind: "everything" }],
])("%s is read, and written again as it was", (text, pattern) => {
  const read = readPattern(text);
  expect(read).toEqual(pattern);
  expect("wrong" in read ? "" : patternText(read)).toBe(text);
});

test.each([
  ["results/*", "/results/*"],
  ["/a/*/b", "/a/*"],
  ["/x*", "/x/*"],
  ["/a/x*", "/a/x/*"],
  ["/a/**", "/a/*"],
  ["*", "/*"],
  ["/a?b=1/*", "/a/*"],
  ["/a/../b", "/b"],
  ["/a//*", "/a/*"],
  ["//*", "/*"],
  ["/grüße", "/gr%C3%BC%C3%9Fe"],
  ["/a#b", "/a"],
  ["//evil.example.com/x", "/index.html"],
  ["https://app.example.com/x", "/x"],
  ["tag:", "tag:app-shell"],
  ["tag:a b", "tag:app-shell"],
  ["tag:a,b", "tag:app-shell"],
  ["host:https://App.example.com/x", "host:app.example.com"],
  ["host:*.example.com", "host:app.example.com"],
  ["", "/"],
  ["/*/a/*/", "/*"],
])("%s is refused, with %s to write instead", (text, write) => {
  const read = readPattern(text);
  expect(read).toMatchObject({ write });
  const again = readPattern(write);
  expect(again).not.toHaveProperty("wrong");
});

test("whatever is read means what was written, and what is to be written instead can be read", () => {
  const part = fc.constantFrom(
    "/",
    "a",
    "*",
    "/*",
    "?",
    "#",
    ".",
    "..",
    "tag:",
    "host:",
    "everything",
    "%20",
    " ",
    "é",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const text = parts.join("").trim();
      const read = readPattern(text);
      if ("wrong" in read) expect(readPattern(read.write)).not.toHaveProperty("wrong");
      else expect(patternText(read)).toBe(text);
    }),
  );
});

const read = (paths: string) =>
  inputsFrom(cdnInputs, { cdn: "cloudflare", origins: "app.example.com", paths }).paths;

test("everything stands alone, and nothing is purged twice", () => {
  expect(read("everything")).toEqual([{ kind: "everything" }]);
  expect(() => read("everything, /")).toThrow(/everything alone/);
  expect(read("/a/*\n/a/*\n/b")).toHaveLength(2);
});

test("a * in the middle is refused when the inputs are read, with what to write", () => {
  expect(() => read("/, /a/*/b")).toThrow(/"\/a\/\*\/b" has a \*.*write paths: \["\/a\/\*"\]/);
});
