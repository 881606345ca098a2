import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** How ncc writes that a module is not in the bundle: for those that import it, and for those that require it. */
const imported = `import * as __WEBPACK_EXTERNAL_MODULE_undici__ from "undici";`;
const required = `module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("undici");`;

const lazy = `const __WEBPACK_EXTERNAL_MODULE_undici__ = new Proxy({}, {
	get: (_, name) => __WEBPACK_EXTERNAL_createRequire(import.meta.url)("./vendor/undici/index.js")[name],
});`;

/**
 * The entry of the bundle, from which undici is loaded when something of it is used: by the GitHub client at its first
 * call. `@actions/core` imports it for tokens that no action asks for, and 0.9 MB would be read at each start.
 * @throws {Error} where ncc writes it in another way.
 */
export function withLazyUndici(entry: string): string {
  for (const line of [imported, required])
    if (entry.split(line).length !== 2) throw new Error(`dist/index.js has not once the line ${line}`);
  return entry
    .replace(imported, () => lazy)
    .replace(required, () => "module.exports = __WEBPACK_EXTERNAL_MODULE_undici__;");
}

/** Bundles undici by itself, beside the actions. */
export function vendorUndici(ncc: string, dist: string): void {
  const from = dirname(require.resolve("undici/package.json"));
  const to = join(dist, "vendor/undici");
  mkdirSync(to, { recursive: true });
  execFileSync(process.execPath, [ncc, "build", join(from, "index.js"), "-o", to, "--quiet"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  cpSync(join(from, "LICENSE"), join(to, "LICENSE"));
  writeFileSync(join(to, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
  const entry = join(dist, "index.js");
  writeFileSync(entry, withLazyUndici(readFileSync(entry, "utf8")));
}
