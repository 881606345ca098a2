import { spawn } from "node:child_process";
import { availableParallelism, tmpdir } from "node:os";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import type { Told as ToldByJobs } from "../rehearsal/release/told-by.ts";
import { type Expected, outcomeTable, skippedIn } from "./outcome-table.ts";
import { optionIn, writeTold } from "./told.ts";

/**
 * `npm run outcomes [-- words]`: plays every failure, rejection, cancel, re-run and takeover of a rehearsal, a few at
 * a time, and prints a table: flags, outcome (of what came before, too), exit status, what is live, seconds. Words
 * choose rows. `--tell FILE` writes what became of each job, for `npm run act -- --told FILE`.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "lib/cli/prism-rollout.js");

interface Told {
  readonly outcome: string;
  readonly seconds: number;
  readonly jobs: ToldByJobs;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly peak?: Readonly<Record<string, unknown>>;
  readonly earlier?: readonly string[];
}

interface Row extends Omit<Expected, "status"> {
  readonly status: number | null;
  readonly told: Told | undefined;
  readonly problem: string | undefined;
}

/** One more than there are cores: a rehearsal waits about as long as it works. */
const together = Math.max(2, availableParallelism()) + 1;

const { value: tell, words } = optionIn(process.argv.slice(2), "--tell");
const chosen = outcomeTable.filter(
  ({ flags }) => words.length === 0 || words.some((word) => flags.includes(word)),
);
const waiting = [...chosen];
const rows: Row[] = [];
const began = Date.now();

async function worker(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const row = await play(next);
    rows.push(row);
    console.log(line(row));
  }
}

async function play(expected: Expected): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "prism-outcomes-"));
  const skipped = skippedIn(expected);
  const args = [
    cli,
    "rehearse",
    "--approve",
    "all",
    "--json",
    ...(skipped === undefined ? [] : ["--skip", skipped]),
    ...expected.flags.split(" ").filter((word) => word !== ""),
  ];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  const status = await new Promise<number | null>((done) => child.on("close", done));
  rmSync(folder, { recursive: true, force: true });
  const last = out.trim().split("\n").at(-1) ?? "";
  const told = last.startsWith("{") ? (JSON.parse(last) as Told) : undefined;
  return { ...expected, status, told, problem: problemOf(expected, status, told) };
}

function problemOf(expected: Expected, status: number | null, told: Told | undefined): string | undefined {
  if (told === undefined) return `no JSON, exit ${status}`;
  if (told.outcome !== expected.outcome) return `expected ${expected.outcome}`;
  if (status !== expected.status) return `expected exit ${expected.status}`;
  const [earlier] = told.earlier ?? [];
  if (earlier !== expected.earlier) return `expected ${expected.earlier ?? "nothing"} before, not ${earlier}`;
  const { ledger: _was, ...before } = told.before;
  const { ledger: _is, ...after } = told.after;
  const same = isDeepStrictEqual(before, after);
  if (expected.live === "as before" && !same) return "what is live is not what was before";
  if (expected.live === "new" && same) return "nothing new is live";
  const { ledger: _peak, ...peak } = told.peak ?? {};
  // What has gone back already does so again.
  if (expected.outcome === "rolled-back" && earlier !== "rolled-back" && isDeepStrictEqual(peak, after))
    return "the peak is what was before";
  return undefined;
}

function line({ flags, status, told, problem, live }: Row): string {
  const cells = [
    (flags || "(healthy)").padEnd(44),
    [...(told?.earlier ?? []), told?.outcome ?? "–"].join(", ").padEnd(24),
    String(status).padStart(4),
    `  ${live.padEnd(10)}`,
    `${(told?.seconds ?? 0).toFixed(1).padStart(6)} s`,
    problem === undefined ? "" : `  RED: ${problem}`,
  ];
  return cells.join(" ");
}

console.log(`${"flags".padEnd(44)} ${"outcome".padEnd(24)} exit   ${"live".padEnd(10)}  time`);
await Promise.all(Array.from({ length: together }, worker));
const held = rows.filter(({ problem }) => problem === undefined).length;
console.log(
  `${chosen.length} outcomes played, ${held} as expected, in ${Math.round((Date.now() - began) / 1000)} s`,
);
if (tell !== undefined) {
  const told = rows.flatMap((row) => {
    if (row.told === undefined || row.problem !== undefined) return [];
    return [{ flags: row.flags, skip: skippedIn(row) ?? null, told: row.told.jobs }];
  });
  writeTold(tell, told);
}
process.exitCode = held === chosen.length ? 0 : 1;
