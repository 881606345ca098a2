import { availableParallelism } from "node:os";
import { actRefuses } from "../rehearsal/act/adapt.ts";
import { type Compared, type Comparison, compare, differences } from "../rehearsal/act/compare.ts";
import { type Scenario, notPlayed, sampleOf, scenarios } from "../rehearsal/act/scenarios.ts";
import { runBriefly } from "../rehearsal/engines/brief-node.ts";
import { optionIn, readTold } from "./told.ts";
import { findTool, missing } from "./tools/find.ts";

/**
 * `npm run act [-- name …]`: plays the healthy path and a failure in each phase under act and under our player, each
 * in a world of its own and a few at a time, and prints what each made of every job. `--told FILE` says what
 * `npm run outcomes -- --tell FILE` has just seen our player make of the same releases: those only act plays then.
 * `--sample` plays what is healthy and a few of those that fail, others each day (UTC).
 * What they do not agree on is played once more under both, one after the other: a machine that is too busy for a
 * time limit in one of them is no difference between the two. Exits 1 when they differ again, 69 without act.
 */
const found = findTool("act");
if (found === undefined) {
  console.log(missing("act"));
  process.exit(69);
}
const act = found;
runBriefly();

const { value: file, words } = optionIn(process.argv.slice(2), "--told");
const told = readTold(file);
const isSample = words.includes("--sample");
const names = words.filter((word) => word !== "--sample");
// What the outcomes had no time for would be played twice here.
const known = scenarios.filter((scenario) => toldOf(scenario) !== undefined);
const today = Math.floor(Date.now() / 86_400_000);
const turn = isSample ? sampleOf(known.length > 0 ? known : scenarios, today) : scenarios;
const chosen = turn.filter(({ name }) => names.length === 0 || names.includes(name));
console.log("Left out for act, in its copy only:");
for (const { keys, because } of actRefuses) console.log(`  ${keys.join(".")}: ${because}`);
console.log("Not compared:");
for (const gap of notPlayed) console.log(`  ${gap}`);
const heard = chosen.filter((scenario) => known.includes(scenario)).length;
if (heard > 0) console.log(`Our player's word for ${heard} of ${chosen.length} is from npm run outcomes.`);

const waiting = [...chosen];
const again: Scenario[] = [];
async function worker(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const how = { env: process.env, atOnce: true, told: toldOf(next) };
    if (!(await agrees(next, how, "AGAIN "))) again.push(next);
  }
}

/** A world that two engines play in two copies counts twice. */
const together = heard < chosen.length ? 1 : Math.max(2, availableParallelism()) + 1;
await Promise.all(Array.from({ length: together }, worker));
let agreed = chosen.length - again.length;
for (const scenario of again) {
  if (await agrees(scenario, { env: process.env, atOnce: false }, "DIFFER")) agreed += 1;
}
if (isSample) console.log(`A sample: ${chosen.length} of ${scenarios.length}; all of them by npm run act.`);
console.log(`${chosen.length} scenarios, ${agreed} agree`);
process.exitCode = agreed === chosen.length && chosen.length > 0 ? 0 : 1;

function toldOf({ flags, skip }: Scenario): Comparison["told"] {
  return told.find((row) => row.flags === flags && row.skip === (skip ?? null))?.told;
}

async function agrees(scenario: Scenario, how: Comparison, otherwise: string): Promise<boolean> {
  const began = Date.now();
  const said = await compare(scenario, act, how).then((both) => line(both, scenario), problem);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const word = said.agrees ? "agree " : otherwise;
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
