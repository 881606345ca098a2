import { spawn } from "node:child_process";
import { availableParallelism, tmpdir } from "node:os";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Played, type Told, problemOf } from "./outcome-problem.ts";
import { type Expected, outcomeTable, skippedIn } from "./outcome-table.ts";
import { inTurn } from "./in-turn.ts";
import { optionIn, writeTold } from "./told.ts";

/**
 * `npm run outcomes [-- words]`: plays every failure, rejection, cancel, re-run and takeover of a rehearsal, a few at
 * a time, and prints a table: flags, outcome (of what came before, too), exit status, what is live, seconds. Words
 * choose rows. `--until SECONDS` (since 1970) begins no row after that but the least that a landing plays, others each
 * day, and says which were not begun. `--tell FILE` writes what became of each job, for `npm run act -- --told FILE`.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const cli = join(root, "lib/cli/prism-rollout.js");

interface Row extends Omit<Expected, "status">, Played {
  readonly problem: string | undefined;
}

/** What is played however late it is; the healthy row leads, so that it is among them. */
const least = 18;

/** One more than there are cores: a rehearsal waits about as long as it works. */
const together = Math.max(2, availableParallelism()) + 1;

const { value: end, words: others } = optionIn(process.argv.slice(2), "--until");
const { value: tell, words } = optionIn(others, "--tell");
const chosen = outcomeTable.filter(
  ({ flags }) => words.length === 0 || words.some((word) => flags.includes(word)),
);
/** What plays two runs takes about twice as long: begun last, one of these would be waited for alone. */
const playsTwice = ({ flags }: Expected): boolean => /--(rerun|supersede|slice)/.test(flags);
const turn = end === undefined ? chosen : inTurn(chosen, least, Math.floor(Date.now() / 86_400_000));
const always = end === undefined ? turn : turn.slice(0, least);
const late = turn.slice(always.length);
const longestFirst = (some: readonly Expected[]): readonly Expected[] => [
  ...some.filter(playsTwice),
  ...some.filter((one) => !playsTwice(one)),
];
const waiting = [...longestFirst(always), ...longestFirst(late)];
const isTooLate = (): boolean => waiting.length <= late.length && Date.now() > Number(end) * 1000;
const rows: Row[] = [];
const began = Date.now();

async function worker(): Promise<void> {
  while (!isTooLate()) {
    const next = waiting.shift();
    if (next === undefined) return;
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
    "--sample",
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
  const played = { status, out, told };
  return { ...expected, ...played, problem: problemOf(expected, played) };
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
if (waiting.length > 0) {
  const left = waiting.map(({ flags }) => flags).join("; ");
  console.log(
    `No time was left for ${waiting.length} of ${chosen.length}; all of them by npm run outcomes: ${left}`,
  );
}
console.log(
  `${rows.length} outcomes played, ${held} as expected, in ${Math.round((Date.now() - began) / 1000)} s`,
);
if (tell !== undefined) {
  const told = rows.flatMap((row) => {
    if (row.told === undefined || row.problem !== undefined) return [];
    return [{ flags: row.flags, skip: skippedIn(row) ?? null, told: row.told.jobs }];
  });
  writeTold(tell, told);
}
process.exitCode = held === rows.length && held > 0 ? 0 : 1;
