import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * `npm run check`: every part that must hold, one after the other, and a table of them at the end. A part
 * that could not run is a red line like one that failed. `--skip tests` leaves a part out (CI ran it before).
 */
interface Part {
  readonly name: string;
  readonly command: string;
}

const parts: readonly Part[] = [
  { name: "lint", command: "npm run --silent lint" },
  { name: "types", command: "npm run --silent types" },
  { name: "generated", command: "npx tsc && node lib/scripts/generate.js --check" },
  { name: "dist", command: "npm run --silent build && node lib/scripts/check-dist.js" },
  { name: "tests", command: "npm test --silent" },
  { name: "rehearsal", command: "npm run --silent rehearse -- --approve all" },
];

const root = fileURLToPath(new URL("../..", import.meta.url));
const skipped = process.argv.slice(2).filter((word) => !word.startsWith("--"));

const results = parts
  .filter((part) => !skipped.includes(part.name))
  .map((part) => {
    console.log(`\n── ${part.name}: ${part.command}`);
    const began = Date.now();
    const { status } = spawnSync("bash", ["-c", part.command], {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
    });
    return { ...part, ok: status === 0, seconds: Math.round((Date.now() - began) / 100) / 10 };
  });

console.log("\npart        result  seconds");
for (const { name, ok, seconds } of results) {
  console.log(`${name.padEnd(12)}${(ok ? "ok" : "RED").padEnd(8)}${seconds.toFixed(1).padStart(7)}`);
}
const red = results.filter((result) => !result.ok).map((result) => result.name);
console.log(red.length === 0 ? `all ${results.length} parts hold` : `red: ${red.join(", ")}`);
process.exitCode = red.length === 0 ? 0 : 1;
