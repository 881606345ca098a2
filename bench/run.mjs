// `npm run bench [-- stall …] [--json] [--save] [--rounds=N] [FOLDER …]`: measures the suite beside its peers, on this machine. Each bench is a
// file here: its work, its peers, and a target that the exit status holds it to (1: not met). `--save` keeps the result
// for docs/benchmarks.md.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { machine, save } from "./support/save.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const words = process.argv.slice(2);
const rounds = Number(words.find((word) => word.startsWith("--rounds="))?.slice("--rounds=".length) ?? NaN);
const plain = words.filter((word) => !word.startsWith("--"));
const folders = plain.filter((word) => word.includes("/") && existsSync(word));
const asked = plain.filter((word) => !folders.includes(word));
const names = readdirSync(here)
  .filter((file) => file.endsWith(".mjs") && file !== "run.mjs")
  .map((file) => file.slice(0, -".mjs".length));
const wanted = asked.length === 0 ? names : asked;
if (folders.length > 0 && !asked.includes("replay")) {
  process.stderr.write(`Only the bench replay takes folders: npm run bench -- replay ${folders.join(" ")}\n`);
  process.exit(64);
}
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(", ")}. There are: ${names.join(", ")}\n`);
  process.exit(64);
}

const results = [];
for (const name of wanted) {
  const { default: bench } = await import(`./${name}.mjs`);
  for (const peer of bench.peers ?? []) install(peer);
  if (!words.includes("--json")) process.stdout.write(`${name}: ${bench.work}\ntarget: ${bench.target}\n\n`);
  const on = machine();
  const {
    columns,
    rows,
    met,
    kept = rows,
  } = await bench.run({
    ...(Number.isInteger(rounds) && rounds > 0 ? { rounds } : {}),
    ...(folders.length > 0 ? { folders } : {}),
  });
  results.push({ name, target: bench.target, met, rows });
  if (!words.includes("--json")) print(columns, rows, met);
  if (words.includes("--save")) {
    const { work, target, beside } = bench;
    const file = await save(name, { work, beside, target, met, ...on, columns, rows: kept });
    process.stderr.write(`${file} is written; \`npm run generate\` brings it into docs/benchmarks.md.\n`);
  }
}
if (words.includes("--json")) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.every(({ met }) => met) ? 0 : 1;

/** A peer is a package of its own in this repository. */
function install(folder) {
  if (existsSync(`${folder}/node_modules`)) return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", 2, "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
}

function print(columns, rows, met) {
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "-")))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index].length)));
  for (const row of cells) {
    process.stdout.write(
      `${row
        .map((cell, index) => cell.padEnd(widths[index]))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
  process.stdout.write(`\n${met ? "met" : "NOT MET"}\n`);
}
