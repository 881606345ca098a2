// How long three commands and a browser suite take with `smoke`, and one after the other.
import { availableParallelism } from "node:os";

import { inRounds, seconds, summary } from "./release/measure.mjs";
import { claim } from "./support/claim.mjs";
import { startSuites } from "./suites/project.mjs";

const columns = ["work", "took", "beside one after the other", "beside the longest", "target"];
const cores = availableParallelism();
const suites = ["playwright", "typecheck", "lint", "test"];
/** As many as have a core each: what four are on 4 cores, two are on 2. The browser's is always among them. */
const apiece = suites.slice(0, Math.max(2, cores));

export default {
  work: "npm run test, lint and typecheck of 300 files, and 12 tests in Chromium; medians, and medians of ratios within a round",
  beside: "the same four commands in a shell, one after the other",
  target:
    "smoke is never slower than one after the other, and with a core for each suite takes ≤ 1.4 × the longest: the four on 4 cores, two of them on 2",
  run: async ({ rounds = 5 } = {}) => {
    const project = await startSuites();
    try {
      const measured = await inRounds(rounds, async () => {
        const alone = await project.oneByOne();
        const smoke = await project.smoke();
        const some = cores < suites.length ? await project.smoke(apiece.slice(1)) : smoke;
        const times = Object.values(alone);
        return {
          ...alone,
          smoke,
          some,
          longestOfSome: Math.max(...apiece.map((name) => alone[name])),
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
  const alone = suites.map((work) => ({ work, took: seconds(of(work).took) }));
  const [all, longest, some] = [
    of("smoke", "all").ratio,
    of("smoke", "longest").ratio,
    of("some", "longestOfSome").ratio,
  ];
  const rows = [
    ...alone,
    { work: "one after the other", took: seconds(of("all").took) },
    {
      work: "prism-rollout (smoke)",
      took: seconds(of("smoke").took),
      "beside one after the other": all.toFixed(2),
      "beside the longest": longest.toFixed(2),
      target: "≤ 1.00",
    },
    {
      work: `prism-rollout (smoke), a core each: ${apiece.join(", ")}`,
      took: seconds(of("some").took),
      "beside the longest": some.toFixed(2),
      target: "≤ 1.40",
    },
  ];
  const claims = [
    claim("smoke, of one after the other", all, 1),
    claim(`smoke on ${apiece.length} cores, of the longest of ${apiece.length} suites`, some, 1.4),
  ];
  return { columns, rows, claims };
}
