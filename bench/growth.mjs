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
  work: "migrations, functions, files and attempts, each in four sizes, in a process of its own; medians",
  beside: "itself with less",
  target: `from each size to the next, time and memory grow at most ${most} × as much as what there is`,
  run: async ({ rounds = 5 } = {}) => {
    const rows = [];
    for (const [name, { what, sizes }] of Object.entries(works)) {
      const measured = await sized(name, sizes, rounds);
      rows.push(...measured.map((one, at) => rowOf(what, one, measured[at - 1])));
    }
    return {
      columns: ["what", "how many", "took", "MB at most", "time grew", "memory grew"],
      rows,
      claims: claimsIn(rows),
    };
  },
};

async function sized(name, sizes, rounds) {
  const measured = [];
  for (const size of sizes) {
    const all = await inRounds(rounds, async () => {
      const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-growth-"));
      try {
        return await peakOf(once, [name, String(size), folder]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
    const of = (key) => median(all.map((one) => one[key]));
    measured.push({ size, took: of("took"), memory: of("memory") });
  }
  return measured;
}

/** `before`: what there was less of. How much more it took, beside how much more there was. */
function rowOf(what, one, before) {
  const grew = (key, least) =>
    Math.max(one[key], least) / Math.max(before[key], least) / (one.size / before.size);
  const [time, memory] = before === undefined ? [] : [grew("took", floor.ms), grew("memory", floor.MB)];
  const name = `${one.size.toLocaleString("en")} ${what}`;
  return {
    what,
    "how many": one.size.toLocaleString("en"),
    took: `${one.took.toFixed(0)} ms`,
    "MB at most": one.memory.toFixed(0),
    "time grew": time && `${time.toFixed(2)} × as much`,
    "memory grew": memory && `${memory.toFixed(2)} × as much`,
    claims:
      before === undefined
        ? []
        : [
            claim(`${name}: time, of as much more`, time, most),
            claim(`${name}: memory, of as much more`, memory, most),
          ],
  };
}
