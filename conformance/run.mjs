// Runs the vendors' own clients against the stand-ins, all or those that are named: `node run.mjs [vercel/cli …]`.
// Installs this package's own dependencies first when they are not there. Exits 1 when a check fails.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

if (!existsSync(`${here}../lib/rehearsal`)) {
  process.stderr.write("The stand-ins are not compiled: run `npm run prepare` in the repository first.\n");
  process.exit(1);
}
if (!existsSync(`${here}node_modules`)) {
  const command = existsSync(`${here}package-lock.json`) ? "ci" : "install";
  const { status } = spawnSync("npm", [command, "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const vendors = ["cloudflare", "vercel"];
const known = vendors.flatMap((vendor) =>
  readdirSync(`${here}${vendor}`)
    .filter((file) => file.endsWith(".mjs") && file !== "world.mjs")
    .map((file) => `${vendor}/${file.slice(0, -".mjs".length)}`),
);
const asked = process.argv.slice(2);
const wanted = known.filter(
  (name) => asked.length === 0 || asked.some((word) => name === word || name.startsWith(`${word}/`)),
);
if (wanted.length === 0) {
  process.stderr.write(`No such check. There are: ${known.join(", ")}\n`);
  process.exit(64);
}

let failed = 0;
for (const name of wanted) {
  const start = Date.now();
  try {
    const { default: check } = await import(`./${name}.mjs`);
    const said = await check();
    process.stdout.write(`pass  ${name}  ${((Date.now() - start) / 1000).toFixed(1)} s  ${said}\n`);
  } catch (error) {
    failed += 1;
    process.stdout.write(`FAIL  ${name}  ${error.stack ?? error}\n`);
  }
}
process.exit(failed === 0 ? 0 : 1);
