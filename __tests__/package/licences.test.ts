import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packagesIn, shippedFrom, wholeLicences } from "../../scripts/licences.ts";
import { root } from "../contract/workflow-files.ts";

const written = "a\nMIT\nCopyright of a\n\nb\nISC\n\nc\nMIT\nCopyright of c\n";
const one = (name: string, licence: string, text?: string) => ({ name, licence, text, author: "Ada" });

test("what is in the bundle is told by its modules, also by those that were joined", () => {
  const stats = {
    modules: [
      { identifier: "/x/lib/scripts/entries.js" },
      { identifier: "/x/node_modules/@acme/one/dist/index.js" },
      {
        identifier: "/x/lib/a.js|joined",
        modules: [{ identifier: "/x/node_modules/p/node_modules/two/i.js" }],
      },
    ],
  };
  expect([...packagesIn(stats)]).toEqual(["@acme/one", "two"]);
});

test("what the bundler leaves out of the licences is added, each once", () => {
  const shipped = [
    one("a", "MIT", "Copyright of a"),
    one("b", "ISC"),
    one("c", "MIT", "Copyright of c"),
    one("d", "MIT", "Copyright of d"),
  ];
  const whole = wholeLicences(written, shipped);
  expect(whole).toContain("b\nISC\n(The package has no licence file; its package.json says ISC, by Ada.)\n");
  expect(whole).toMatch(/\n\nd\nMIT\nCopyright of d\n$/);
  expect(whole.match(/Copyright of a/g)).toHaveLength(1);
  expect(wholeLicences(whole, shipped)).toBe(whole);
});

test("a package without a licence is not shipped", () => {
  expect(() => wholeLicences(written, [one("e", "")])).toThrow("e: no licence");
});

test("every package that the kit and the actions import has its section in dist/licenses.txt", () => {
  const text = readFileSync(join(root, "dist/licenses.txt"), "utf8");
  const shipped = [
    "@actions/core",
    "@actions/exec",
    "@actions/github",
    "@supabase/supabase-js",
    "pg",
    "yaml",
  ];
  const absent = shipped.filter((name) => {
    const { licence } = shippedFrom(join(root, "node_modules", name));
    return !`\n${text}`.includes(`\n${name}\n${licence}\n`);
  });
  expect(absent).toEqual([]);
});
