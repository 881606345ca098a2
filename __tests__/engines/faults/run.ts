import { mkdtemp } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { startReaper } from "../../../rehearsal/engines/reaper.ts";
import { newBase } from "./base.ts";
import { type Came, nameOf, play } from "./case.ts";
import { allCases, named, sample } from "./choose.ts";
import type { Stage } from "./scene.ts";
import { type Result, keep, lastLine, problemOf } from "./told.ts";

/**
 * `npm run faults`: every call of every phase meets every fault. `--sample` plays a part, another one each day; `--seed`
 * repeats a day, `--only words` are of a case's name, `--save` keeps the result for docs/reliability.md.
 */
const { values: flags } = parseArgs({
  options: {
    sample: { type: "boolean", default: false },
    most: { type: "string", default: "350" },
    seed: { type: "string", default: String(Math.floor(Date.now() / 86_400_000)) },
    only: { type: "string", default: "" },
    /** A process waits longer than it works. */
    together: { type: "string", default: String(Math.max(2, availableParallelism()) * 2) },
    calls: { type: "boolean", default: false },
    told: { type: "boolean", default: false },
    save: { type: "boolean", default: false },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function faults(stage: Stage): Promise<readonly Result[]> {
  const began = Date.now();
  const base = await newBase(stage);
  const seed = Number(flags.seed);
  const all = allCases(base, seed);
  const some = named(all, flags.only);
  const chosen = flags.sample ? sample(some, Number(flags.most), seed) : some;
  say(`${chosen.length} of ${all.length} cases, seed ${seed}`);
  if (flags.calls) {
    for (const { name, calls } of base.steps) say([name, ...calls].join("\n  "));
    return [];
  }
  const waiting = [...chosen];
  const results: Result[] = [];
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const came = await play(stage, base, one).catch((error: unknown): Came => ({
        how: "failed",
        problem: String(error),
      }));
      results.push({ one, came });
      tell({ one, came });
    }
  };
  await Promise.all(Array.from({ length: Number(flags.together) }, worker));
  const seconds = Math.round((Date.now() - began) / 1000);
  const unmet = results.filter(({ came }) => came.how === "unmet").length;
  say(`in ${seconds} s; ${unmet} did not come to their call`);
  const command = `npm run faults${flags.sample ? ` -- --sample --seed ${seed}` : ""}`;
  if (flags.save) await keep(base, results, { all: all.length, command });
  return results;
}

function tell(result: Result): void {
  const problem = problemOf(result);
  if (problem !== undefined) say(`RED ${nameOf(result.one)}: ${problem}`);
  else if (flags.told) say(`${nameOf(result.one)}: ${JSON.stringify(result.came)}`);
}

const reaper = startReaper();
const folder = await mkdtemp(join(tmpdir(), "prism-faults-server-"));
reaper.folder(folder);
const postgres = await startPostgres({ folder: join(folder, "data"), reaper });
let count = 0;
try {
  const results = await faults({ postgres, reaper, next: () => (count += 1) });
  say(lastLine(results));
  process.exitCode = results.every((one) => problemOf(one) === undefined) ? 0 : 1;
} finally {
  await postgres.stop();
  await reaper.close();
}
