// The CDNs' own clients and ours, each against a fresh stand-in of the same world: the same calls, the same answers, the
// same effect on what every page gives afterwards.
import { tally } from "../../lib/scripts/tally.js";
import { cloudflare } from "./scenarios/cloudflare.mjs";
import { cloudfront } from "./scenarios/cloudfront.mjs";
import { fastly } from "./scenarios/fastly.mjs";
import { effectOn, ours } from "./support/world.mjs";

const all = { cloudflare, fastly, cloudfront };

/** Plays all scenarios, one after the other; prints a line for each. */
export default async function check() {
  const scenarios = Object.entries(all).flatMap(([name, some]) => some.map((scenario) => [name, scenario]));
  return await tally(scenarios.length, async (count) => {
    for (const [name, scenario] of scenarios) {
      const problem = await play(name, scenario).catch((error) => error.stack);
      const word = problem === undefined ? "agree" : "DISAGREE";
      process.stdout.write(`${name.padEnd(11)} ${scenario.name.padEnd(50)} ${word}\n`);
      if (problem !== undefined) process.stdout.write(`    ${problem.replaceAll("\n", "\n    ")}\n`);
      count(scenario.name, problem);
    }
  });
}

async function play(name, { theirs, ours: given, order }) {
  const wanted = await effectOn(name, theirs);
  const got = await effectOn(name, (cdn) => ours(cdn, name, given(cdn), order));
  const [left, right] = [sorted(wanted), sorted(got)].map((one) => JSON.stringify(one, null, 1));
  return left === right ? undefined : `theirs: ${left}\nours: ${right}`;
}

/** Addresses are told at the same time: their order says nothing, nor do the ids of invalidations. */
function sorted({ calls, told, ...rest }) {
  const plain = calls.map((call) => call.replace(/invalidation\/I\w+/, "invalidation/:id"));
  const items = told.map(({ what, ...one }) => ({
    ...one,
    what: Array.isArray(what) ? [...what].sort() : what,
  }));
  return { ...rest, calls: plain.sort(), told: items.map((one) => JSON.stringify(one)).sort() };
}
