// jest's testSequencer: a worker that begins with a long file at the end keeps all others waiting for it.
import { sep } from "node:path";
import sequencer from "@jest/test-sequencer";

const Sequencer = sequencer.default ?? sequencer;

/** Files that took more than 8 s of their own on two cores with nothing else running, longest first. */
export const longest = [
  "stories/staging-then-production",
  "stories/alone",
  "stories/in-parts",
  "stories/promote-on-top",
  "engines/cut-anywhere",
  "engines/live-code",
  "engines/kill-walk",
  "engines/smoke-suites",
  "engines/plan-again",
  "engines/staged-specs",
  "engines/smoke-sample",
  "engines/play-attempts",
  "engines/plan-at-scale",
  "rehearsal/outcomes",
  "bundle/bad-input",
  "bundle/ends-in-time",
  "rehearsal/api-calls",
  "bundle/interrupted",
  "actions/migrate/interrupted",
  "actions/plan/drift",
];

/** Those before all others, which stay in their order. */
export function longestFirst(tests) {
  const rank = ({ path }) => {
    const at = longest.findIndex((name) =>
      path.endsWith(["", "__tests__", ...`${name}.test.ts`.split("/")].join(sep)),
    );
    return at === -1 ? longest.length : at;
  };
  return [...tests].sort((a, b) => rank(a) - rank(b));
}

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return longestFirst(super.sort(tests));
  }
}
