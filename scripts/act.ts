import { type Compared, compare, differences } from "../rehearsal/act/compare.ts";
import { actRefuses } from "../rehearsal/act/adapt.ts";
import { type Scenario, notPlayed, scenarios } from "../rehearsal/act/scenarios.ts";
import { findTool, missing } from "./tools/find.ts";

/**
 * `npm run act [-- name …]`: plays the healthy path and a failure in each phase under act and under our player, each
 * in a world of its own, and prints what each made of every job. Exits 1 when they differ, 69 without act.
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
  const began = Date.now();
  const said = await compare(scenario, act, process.env).then((both) => line(both, scenario), problem);
  if (said.agrees) agreed += 1;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(
    `${said.agrees ? "agree " : "DIFFER"} ${scenario.name.padEnd(17)}${seconds.padStart(6)} s  ${said.text}`,
  );
}
console.log(`${chosen.length} scenarios, ${agreed} agree`);
process.exitCode = agreed === chosen.length && chosen.length > 0 ? 0 : 1;

interface Said {
  readonly agrees: boolean;
  readonly text: string;
}

/** Each job: the player's word and act's. What act complained of explains a difference. */
function line(compared: Compared, { outcome }: Scenario): Said {
  const { player, act: other, errors } = compared;
  const apart = differences(compared, outcome);
  const cells = Object.keys({ ...player, ...other }).map((name) => {
    return `${name}: ${player[name] || "–"}/${other[name] || "–"}`;
  });
  if (apart.length === 0) return { agrees: true, text: cells.join(", ") };
  const why = [`not the same, or not ${outcome || "stopped"}: ${apart.join(", ")}`];
  why.push(...errors.map((error) => `act: ${error}`));
  return { agrees: false, text: [cells.join(", "), ...why].join("\n  ") };
}

function problem(error: unknown): Said {
  return { agrees: false, text: `not played: ${error instanceof Error ? error.stack : String(error)}` };
}
