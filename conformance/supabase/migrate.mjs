// The ledger that `migrate` leaves, asked of the Supabase CLI: `migration list` shows every file on both sides, `db push`
// says up to date, and a row is byte for byte what the CLI writes for the same file in a database of its own.
import { scenarios } from "./migrate/scenarios.mjs";
import { play } from "./migrate/play.mjs";
import { withServer } from "./migrate/server.mjs";

const heads = ["scenario", "files", "list", "push", "rows", "what the CLI does with the same files"];

/** Plays all scenarios, one after the other, on one server; prints a line for each. */
export default async function check() {
  const said = await withServer(async (server) => {
    print(heads);
    const all = [];
    for (const scenario of scenarios) {
      const result = await play(server, scenario).catch((error) => ({ problem: error.message }));
      const { files = 0, list = "-", push = "-", rows = "-", note = "", problem } = result;
      print([scenario.name, String(files), list, push, rows, problem === undefined ? note : "DISAGREES"]);
      if (problem !== undefined) process.stdout.write(`    ${problem.replaceAll("\n", "\n    ")}\n`);
      all.push(problem === undefined);
    }
    return all;
  });
  const agree = said.filter(Boolean).length;
  const line = `${said.length} scenarios, ${agree} agree`;
  if (agree < said.length) throw new Error(line);
  return line;
}

function print(cells) {
  const widths = [44, 6, 6, 12, 11];
  process.stdout.write(`${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" ")}\n`);
}
