import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withLazyUndici } from "../../scripts/lazy-undici.ts";

/** An entry as ncc writes it where undici is not bundled, and two modules that use it. */
const entry = `import * as __WEBPACK_EXTERNAL_MODULE_undici__ from "undici";
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
const imports = { ["fetch"]: () => (__WEBPACK_EXTERNAL_MODULE_undici__.fetch) };
const requires = (module) => {
module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("undici");
};
const module = {};
requires(module);
console.log("started");
console.log(imports.fetch()(), new module.exports.ProxyAgent().name);
`;

test("undici is loaded when something of it is used, by those that import it and by those that require it", () => {
  const folder = mkdtempSync(join(tmpdir(), "prism-lazy-"));
  mkdirSync(join(folder, "vendor/undici"), { recursive: true });
  writeFileSync(join(folder, "index.mjs"), withLazyUndici(entry));
  writeFileSync(
    join(folder, "vendor/undici/index.js"),
    `console.log("loaded");
exports.fetch = () => "fetched";
exports.ProxyAgent = class { name = "agent"; };`,
  );
  const said = execFileSync(process.execPath, [join(folder, "index.mjs")], { encoding: "utf8" });
  expect(said.split("\n")).toEqual(["started", "loaded", "fetched agent", ""]);
});

test("where the bundler writes it otherwise, nothing is built", () => {
  expect(() => withLazyUndici(entry.replace("import * as", "import"))).toThrow(
    /has not once the line import/,
  );
  expect(() => withLazyUndici(entry + entry)).toThrow(/has not once/);
});
