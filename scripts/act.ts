import { actRefuses } from "../rehearsal/act/adapt.ts";
import { type Compared, compare, differences } from "../rehearsal/act/compare.ts";
import { type Scenario, notPlayed, scenarios } from "../rehearsal/act/scenarios.ts";
import { findTool, missing } from "./tools/find.ts";

/**
 * `npm run act [-- name …]`: plays the healthy path and a failure in each phase under act and under our player, each
 * in a world of its own, and prints what each made of every job. What they do not agree on is played once more, one
 * after the other: a machine that is too busy for a time limit in one of them is no difference between the two.
 * Exits 1 when they differ again, 69 without act.
 */
const act = findTool("act");
if (act === undefined) {
  console.log(missing("act"));
  process.exit(69);
}

const words = process.argv.slice(2);
const chosen = scenarios.filter(({ name }) => words.length === 0 || words.includes(name));
console.log("Left out for act, in its copy only:");
for (const { keys, because } of actRefuses) console.log(`  ${keys.join(".")}: ${because}`);
console.log("Not compared:");
for (const gap of notPlayed) console.log(`  ${gap}`);

let agreed = 0;
for (const scenario of chosen) {
  if ((await agrees(scenario, act, true)) || (await agrees(scenario, act, false))) agreed += 1;
}
console.log(`${chosen.length} scenarios, ${agreed} agree`);
process.exitCode = agreed === chosen.length && chosen.length > 0 ? 0 : 1;

async function agrees(scenario: Scenario, program: string, atOnce: boolean): Promise<boolean> {
  const began = Date.now();
  const how = { env: process.env, atOnce };
  const said = await compare(scenario, program, how).then((both) => line(both, scenario), problem);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const word = said.agrees ? "agree " : atOnce ? "AGAIN " : "DIFFER";
  console.log(`${word} ${scenario.name.padEnd(17)}${seconds.padStart(6)} s  ${said.text}`);
  return said.agrees;
}

interface Said {
  readonly agrees: boolean;
  readonly text: string;
}

/** Each job: the player's word and act's. What either complained of explains a difference. */
function line(compared: Compared, { outcome }: Scenario): Said {
  const { player, act: other, errors } = compared;
  const apart = differences(compared, outcome);
  const cells = Object.keys({ ...player, ...other }).map((name) => {
    return `${name}: ${player[name] || "–"}/${other[name] || "–"}`;
  });
  if (apart.length === 0) return { agrees: true, text: cells.join(", ") };
  const why = [`not the same, or not ${outcome || "stopped"}: ${apart.join(", ")}`, ...errors];
  return { agrees: false, text: [cells.join(", "), ...why].join("\n  ") };
}

function problem(error: unknown): Said {
  return { agrees: false, text: `not played: ${error instanceof Error ? error.stack : String(error)}` };
}
