import { readFileSync } from "node:fs";
import { keepReliability } from "./keep.ts";
import type { WalkRow } from "./walk-row.ts";

/**
 * `node lib/scripts/reliability/walks.js kills|races ROWS [COMMAND]`: keeps what walks or races have added to the file
 * ROWS, which they do where `KEEP_ROWS` names it. A walk that was played again counts as it was played last. COMMAND is
 * what plays it again, where that was not all.
 */
const proofs = {
  kills: {
    what: "A process is ended at each of its calls, before and after each write, and at random times: killed, cancelled as GitHub does it, terminated, its runner lost; then the chain goes on, or goes back",
    command: "npm run kills",
    columns: ["what is ended", "call boundaries", "cases", "tried", "held"],
  },
  races: {
    what: "One is held at each of its calls while the other does all of its own; exactly one goes on, and the other says who holds what",
    command: "npm run races",
    columns: ["the one that is held, and the other", "places", "cases", "tried", "held"],
  },
} as const;

const [name, path, again] = process.argv.slice(2);
if ((name !== "kills" && name !== "races") || path === undefined)
  throw new Error("Say what is kept, and where its rows are: kills|races ROWS [COMMAND]");

const byName = new Map<string, WalkRow>();
for (const line of readFileSync(path, "utf8").split("\n").filter(Boolean)) {
  const row = JSON.parse(line) as WalkRow;
  byName.set(row.name, row);
}
const rows = [...byName.values()];
const sum = (of: "cases" | "chosen" | "tried" | "held"): number =>
  rows.reduce((all, row) => all + row[of], 0);
const { what, command, columns } = proofs[name];
const isWhole = sum("chosen") === sum("cases");
const kept = await keepReliability(name, {
  what: isWhole ? what : `${what}. A part of all, spread over it: ${sum("tried")} of ${sum("cases")} cases`,
  command: again ?? command,
  tried: sum("tried"),
  held: sum("held"),
  columns,
  rows: rows.map((row) => [row.name, ...[row.places, row.cases, row.tried, row.held].map(String)]),
});
console.log(`${sum("tried")} tried, ${sum("held")} held: ${kept}`);
