// The ledger that `migrate` leaves, asked of the Supabase CLI: `migration list` shows every file on both sides, `db push`
// says up to date, and a row is byte for byte what the CLI writes for the same file in a database of its own.
import { tally } from "../../lib/scripts/tally.js";
import { scenarios } from "./migrate/scenarios.mjs";
import { play } from "./migrate/play.mjs";
import { withServer } from "./migrate/server.mjs";

const heads = ["scenario", "files", "list", "push", "rows", "what the CLI does with the same files"];

/** A scenario waits about as long as it works: a program of the vendor's, and the server. */
const together = 3;

/** Plays all scenarios, each in databases of its own on one server; prints a line for each, as it is done. */
export default async function check() {
  return await tally(scenarios.length, (count) =>
    withServer(async (server) => {
      print(heads);
      const waiting = [...scenarios];
      const worker = async () => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
          count(next.name, await tell(server, next));
      };
      await Promise.all(Array.from({ length: together }, worker));
    }),
  );
}

/** What does not agree; undefined where both do. */
async function tell(server, scenario) {
  const result = await play(server, scenario).catch((error) => ({ problem: error.message }));
  const { files = 0, list = "-", push = "-", rows = "-", note = "", problem } = result;
  print([scenario.name, String(files), list, push, rows, problem === undefined ? note : "DISAGREES"]);
  if (problem !== undefined) process.stdout.write(`    ${problem.replaceAll("\n", "\n    ")}\n`);
  return problem;
}

function print(cells) {
  const widths = [44, 6, 6, 12, 11];
  process.stdout.write(`${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" ")}\n`);
}
