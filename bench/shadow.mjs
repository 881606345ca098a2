// How long it takes to judge 10 pending files behind 300 applied ones with their replay, and how much memory.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, seconds } from "./release/measure.mjs";
import { claim, claimsIn } from "./support/claim.mjs";
import { peakOf } from "./shadow/peak.mjs";
import { withPostgres } from "./shadow/postgres.mjs";

const once = fileURLToPath(new URL("shadow/once.mjs", import.meta.url));
const most = { cold: 8, cached: 3, memory: 500 };

const columns = ["engine", "work", "took", "target", "processor s", "MB at most", "of", "met"];

export default {
  work: "300 applied files and 10 pending ones, parsed, judged, replayed and advised of, in a process of its own; medians",
  beside: "itself with nothing kept, and PGlite",
  target: `cold ≤ ${most.cold} s, cached ≤ ${most.cached} s, ≤ ${most.memory} MB; what PGlite takes is told`,
  run: async ({ rounds = 5 } = {}) => {
    const cold = [];
    const cached = [];
    const pglite = [];
    await withPostgres(async ({ PATH, LC_ALL: _, ...libraries }) => {
      const [[variable = "", value = ""] = []] = Object.entries(libraries);
      for (let round = 0; round <= rounds; round += 1) {
        const kept = await mkdtemp(join(tmpdir(), "prism-rollout-bench-kept-"));
        const measured = [
          await peakOf(once, ["postgres", kept, PATH, variable, value]),
          await peakOf(once, ["postgres", kept, PATH, variable, value]),
          await peakOf(once, ["pglite", kept]),
        ];
        await rm(kept, { recursive: true, force: true });
        const restored = measured.map((one) => one.restored).join();
        if (restored !== "0,300,0") throw new Error(`${restored} files were restored, not 0,300,0`);
        if (round === 0) continue;
        for (const [at, list] of [cold, cached, pglite].entries()) list.push(measured[at]);
      }
    });
    const rows = [
      rowOf("cold", cold, most.cold, true),
      rowOf("what is applied is kept", cached, most.cached, true),
      rowOf("cold", pglite, most.cold, false),
    ];
    return { columns, rows, claims: claimsIn(rows) };
  },
};

function rowOf(work, measured, limit, isHeld) {
  const took = median(measured.map((one) => one.took));
  const peak = Math.max(...measured.map((one) => one.peak ?? NaN));
  const missed = took > limit * 1000 || peak > most.memory || measured.some(({ ran }) => ran !== 10);
  return {
    engine: measured[0].engine,
    work,
    took: seconds(took),
    target: `≤ ${limit} s`,
    "processor s": median(measured.map(({ cpu }) => cpu ?? NaN)).toFixed(1),
    "MB at most": Number.isNaN(peak) ? undefined : peak.toFixed(0),
    of: most.memory,
    claims: isHeld
      ? [
          claim(
            `300 + 10 files, ${work}, of ${limit} s`,
            measured.some(({ ran }) => ran !== 10) ? NaN : took / limit / 1000,
            1,
          ),
          ...(Number.isNaN(peak)
            ? []
            : [claim(`memory, ${work}, of ${most.memory} MB`, peak / most.memory, 1)]),
        ]
      : [],
    met: isHeld ? (missed ? "no" : "yes") : missed ? "no, told only" : "yes, told only",
  };
}
