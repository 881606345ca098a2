// `npm run bench [-- stall …] [--json] [--save [--counts]] [--rounds=N] [FOLDER …]`: measures the suite beside its peers, on this machine. Each bench is a
// file here: its work, its peers, and a target that the exit status holds it to (1: not met). `--save` keeps the result
// for docs/performance.md; `--counts` only what no busy machine changes.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { red } from "./support/red.mjs";
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
// What only grows with the machine's time is asked for by name.
const whole = names.filter((name) => name !== "growth");
const wanted = asked.length === 0 ? whole : asked;
if (folders.length > 0 && !asked.includes("replay")) {
  process.stderr.write(`Only the bench replay takes folders: npm run bench -- replay ${folders.join(" ")}\n`);
  process.exit(64);
}
const counts = words.includes("--counts");
if (counts && wanted.some((name) => name !== "release")) {
  process.stderr.write(
    "Only the bench release has counts of its own: npm run bench -- release --save --counts\n",
  );
  process.exit(64);
}
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(", ")}. There are: ${names.join(", ")}\n`);
  process.exit(64);
}

const started = Date.now();
const results = [];
for (const name of wanted) {
  const { default: bench } = await import(`./${name}.mjs`);
  const { work, beside, target } = bench;
  if (!words.includes("--json")) process.stdout.write(`${name}: ${work}\ntarget: ${target}\n\n`);
  const missing = (bench.peers ?? []).filter((peer) => !isThere(peer));
  if (missing.length > 0) {
    process.stderr.write(`${red(`${name} is not measured: ${missing.join(", ")} cannot be installed`)}\n\n`);
    results.push({ name, ratio: null, target, met: null });
    continue;
  }
  const [on, began] = [machine(), Date.now()];
  const {
    columns,
    rows,
    claims,
    kept = rows,
    more = [],
  } = await bench.run({
    ...(Number.isInteger(rounds) && rounds > 0 ? { rounds } : {}),
    ...(folders.length > 0 ? { folders } : {}),
    counts,
  });
  results.push(...claims.map((one) => ({ ...one, name: `${name}: ${one.name}` })));
  if (!words.includes("--json")) {
    for (const one of more) printTable(one.columns, one.rows, `${one.title}\n`);
    print(columns, rows, claims);
  }
  process.stderr.write(`${name} took ${minutes(began)}\n\n`);
  if (words.includes("--save")) {
    const met = claims.every((one) => one.met !== false);
    const file = await save(name, { work, beside, target, met, ...on, claims, columns, rows: kept, more });
    process.stderr.write(`${file} is written; \`npm run generate\` brings it into docs/performance.md.\n`);
  }
}
if (wanted.length > 1) process.stderr.write(`all ${wanted.length} took ${minutes(started)}\n`);
if (words.includes("--json")) process.stdout.write(`${JSON.stringify({ results })}\n`);
// What could not be measured here is said in red; whoever needs it reads it in `--json`.
process.exitCode = results.every(({ met }) => met !== false) ? 0 : 1;

/** A peer is a package of its own in this repository. */
function isThere(folder) {
  if (existsSync(`${folder}/node_modules`)) return true;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: ["ignore", 2, "inherit"],
  });
  return status === 0;
}

function minutes(since) {
  const seconds = Math.round((Date.now() - since) / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function printTable(columns, rows, title = "") {
  const cells = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? "-")))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index].length)));
  process.stdout.write(title);
  for (const row of cells) {
    process.stdout.write(
      `${row
        .map((cell, index) => cell.padEnd(widths[index]))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
  process.stdout.write("\n");
}

function print(columns, rows, claims) {
  printTable(columns, rows);
  const missed = claims.filter(({ met }) => met === false);
  for (const { name, ratio, target } of missed)
    process.stdout.write(red(`NOT MET: ${name}: ${ratio.toFixed(2)}, at most ${target.toFixed(2)}\n`));
  const [held, open] = [true, null].map((how) => claims.filter(({ met }) => met === how).length);
  process.stdout.write(
    `${held} of ${claims.length} claims hold${open > 0 ? `, ${open} not measured` : ""}\n\n`,
  );
}
