import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { actionNames } from "./entries.ts";
import { vendorUndici } from "./lazy-undici.ts";
import { packagesIn, shippedFrom, wholeLicences } from "./licences.ts";
import { startWeight } from "./start-weight.ts";

/**
 * dist/: one bundle of all actions with lazy chunks, a stub an action, and beside it the SQL parser (ncc
 * loses its wasm) and undici (hardly an action needs it). Run after tsc, on an empty dist/: see docs/adr/0001.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);
const dist = join(root, "dist");

const ncc = join(dirname(require.resolve("@vercel/ncc/package.json")), "dist/ncc/cli.js");
const args = [ncc, "build", "lib/scripts/entries.js", "-o", "dist", "--license", "licenses.txt", "--quiet"];
const temp = mkdtempSync(join(tmpdir(), "prism-build-"));
const stats = join(temp, "stats.json");
args.push("--external", "undici", "--stats-out", stats);
execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

for (const name of actionNames) {
  writeFileSync(
    join(dist, `${name}.js`),
    `import { run } from "./index.js";\nawait run(${JSON.stringify(name)});\n`,
  );
}

// ncc takes some path expressions for assets and rewrites them: the bundle would look where the source did not.
const rewritten = readdirSync(dist)
  .filter((file) => file.endsWith(".js"))
  .filter((file) => /_require__\.ab \+/.test(readFileSync(join(dist, file), "utf8")));
if (rewritten.length > 0) {
  console.error(
    `ncc rewrote a path in ${rewritten.join(", ")}: use join() on an absolute folder, not resolve().`,
  );
  process.exit(1);
}

vendorUndici(ncc, dist);

const parser = dirname(require.resolve("libpg-query/package.json"));
const vendor = join(dist, "vendor/libpg-query");
mkdirSync(vendor, { recursive: true });
for (const file of ["wasm/libpg-query.js", "wasm/libpg-query.wasm", "LICENSE"]) {
  cpSync(join(parser, file), join(vendor, file.replace("wasm/", "")));
}
writeFileSync(join(vendor, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);

const bundled = packagesIn(JSON.parse(readFileSync(stats, "utf8")) as Parameters<typeof packagesIn>[0]);
const shipped = [...bundled, "libpg-query", "undici"].sort();
const licences = join(dist, "licenses.txt");
const folderOf = (name: string): string => join(root, "node_modules", name);
writeFileSync(
  licences,
  wholeLicences(
    readFileSync(licences, "utf8"),
    shipped.map((name) => shippedFrom(folderOf(name))),
  ),
);
rmSync(temp, { recursive: true, force: true });

console.log(
  `dist: ${actionNames.length} actions; each loads ${(startWeight(dist) / 1e6).toFixed(2)} MB before its own code`,
);
