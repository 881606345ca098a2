// Runs the check alone: `node run.mjs`. Installs this package's own dependency first when it is not there.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

if (!existsSync(`${here}../../lib/rehearsal`)) {
  process.stderr.write("The stand-ins are not compiled: run `npm run prepare` in the repository first.\n");
  process.exit(1);
}
if (!existsSync(`${here}node_modules/chdb`)) {
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const start = Date.now();
const { default: check } = await import("./logs.mjs");
process.stdout.write(
  `pass  clickhouse/logs  ${await check()}  ${((Date.now() - start) / 1000).toFixed(1)} s\n`,
);
