// How time and memory grow with what a project has: linear or better. By itself only: `npm run bench -- growth`.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { works } from "./growth/works.mjs";
import { inRounds, median } from "./release/measure.mjs";
import { peakOf } from "./shadow/peak.mjs";
import { claim, claimsIn } from "./support/claim.mjs";

const once = fileURLToPath(new URL("growth/once.mjs", import.meta.url));
/** What a process of Node.js has and takes at the least, so that little is not held to be growth. */
const floor = { ms: 20, MB: 20 };
/** Ten times as much may take ten times as long, and a tenth more. */
const most = 1.1;

export default {
  work: "migrations, functions, files and attempts, each in four sizes, in a process of its own; medians, ratios round by round",
  beside: "itself with less",
  target: `from each size to the next, time and memory grow at most ${most} × as much as what there is`,
  run: async ({ rounds = 5 } = {}) => {
    const rows = [];
    for (const [name, { what, sizes }] of Object.entries(works)) {
      const all = await inRounds(rounds, () => inAllSizes(name, sizes));
      rows.push(...sizes.map((_, at) => rowOf(what, sizes, at, all)));
    }
    return {
      columns: ["what", "how many", "took", "MB at most", "time grew", "memory grew"],
      rows,
      claims: claimsIn(rows),
    };
  },
};

/** One after the other in each round: a disk that is slow for a minute is slow for all of them. */
async function inAllSizes(name, sizes) {
  const measured = [];
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-growth-"));
    try {
      measured.push(await peakOf(once, [name, String(size), folder]));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return measured;
}

/** How much more it took than the size before, beside how much more there was: in each round, and of these the median. */
function rowOf(what, sizes, at, rounds) {
  const more = sizes[at] / sizes[at - 1];
  const grew = (key, least) =>
    median(rounds.map((one) => Math.max(one[at][key], least) / Math.max(one[at - 1][key], least) / more));
  const [time, memory] = at === 0 ? [] : [grew("took", floor.ms), grew("memory", floor.MB)];
  const many = sizes[at].toLocaleString("en");
  const name = `${many} ${what}`;
  const of = (key) => median(rounds.map((one) => one[at][key]));
  return {
    what,
    "how many": many,
    took: `${of("took").toFixed(0)} ms`,
    "MB at most": of("memory").toFixed(0),
    "time grew": time && `${time.toFixed(2)} × as much`,
    "memory grew": memory && `${memory.toFixed(2)} × as much`,
    claims:
      at === 0
        ? []
        : [
            claim(`${name}: time, of as much more`, time, most),
            claim(`${name}: memory, of as much more`, memory, most),
          ],
  };
}
