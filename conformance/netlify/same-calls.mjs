// Netlify's own client and ours, each against a fresh stand-in of the same site: the same changes asked for, with the same
// answers, and the same deploys, variables and pages afterwards. What is only read may be read more often.
import { tally } from "../../lib/scripts/tally.js";
import { scenarios } from "./scenarios/scenarios.mjs";
import { ours } from "./support/ours.mjs";
import { theirs } from "./support/theirs.mjs";
import { effectOn } from "./support/world.mjs";

/** Plays all scenarios, one after the other; prints a line for each. */
export default async function check() {
  return await tally(scenarios.length, async (count) => {
    for (const { name, play } of scenarios) {
      const problem = await differs(play).catch((error) => error.stack);
      const word = problem === undefined ? "agree" : "DISAGREE";
      process.stdout.write(`${"netlify".padEnd(11)} ${name.padEnd(50)} ${word}\n`);
      if (problem !== undefined) process.stdout.write(`    ${problem.replaceAll("\n", "\n    ")}\n`);
      count(name, problem);
    }
  });
}

/** What they came to where that is not the same. */
async function differs(play) {
  const [wanted, got] = [await effectOn(theirs, play), await effectOn(ours, play)];
  const parts = Object.keys(wanted).filter(
    (part) => JSON.stringify(wanted[part]) !== JSON.stringify(got[part]),
  );
  const shown = (effect) =>
    JSON.stringify(Object.fromEntries(parts.map((part) => [part, effect[part]])), null, 1);
  return parts.length === 0 ? undefined : `theirs: ${shown(wanted)}\nours: ${shown(got)}`;
}
