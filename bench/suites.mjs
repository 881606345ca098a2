// How long three commands and a browser suite take with `smoke`, and one after the other.
import { availableParallelism } from "node:os";

import { inRounds, seconds, summary } from "./release/measure.mjs";
import { claim } from "./support/claim.mjs";
import { startSuites } from "./suites/project.mjs";

const columns = ["work", "took", "beside one after the other", "beside the longest", "target"];
const cores = availableParallelism();

export default {
  work: "npm run test, lint and typecheck of 300 files, and 12 tests in Chromium; medians, and medians of ratios within a round",
  beside: "the same four commands in a shell, one after the other",
  target:
    "smoke is never slower than one after the other, and with 4 cores takes ≤ 1.4 × the longest of the four",
  run: async ({ rounds = 5 } = {}) => {
    const project = await startSuites();
    try {
      const measured = await inRounds(rounds, async () => {
        const alone = await project.oneByOne();
        const smoke = await project.smoke();
        const times = Object.values(alone);
        return {
          ...alone,
          smoke,
          all: times.reduce((sum, one) => sum + one, 0),
          longest: Math.max(...times),
        };
      });
      return judge(measured);
    } finally {
      await project.close();
    }
  },
};

function judge(measured) {
  const of = (name, than) => summary(measured, name, than);
  const alone = ["test", "lint", "typecheck", "playwright"].map((work) => ({
    work,
    took: seconds(of(work).took),
  }));
  const [all, longest] = [of("smoke", "all").ratio, of("smoke", "longest").ratio];
  const enough = cores >= 4;
  const rows = [
    ...alone,
    { work: "one after the other", took: seconds(of("all").took) },
    {
      work: "prism-rollout (smoke)",
      took: seconds(of("smoke").took),
      "beside one after the other": all.toFixed(2),
      "beside the longest": longest.toFixed(2),
      target: enough ? "≤ 1.00, ≤ 1.40" : `≤ 1.00; the other needs 4 cores, here are ${cores}`,
    },
  ];
  const claims = [
    claim("smoke, of one after the other", all, 1),
    // On fewer cores it says nothing of what is claimed.
    {
      ...claim("smoke on 4 cores, of the longest suite", enough ? longest : null, 1.4),
      ...(enough ? {} : { met: null }),
    },
  ];
  return { columns, rows, claims };
}
