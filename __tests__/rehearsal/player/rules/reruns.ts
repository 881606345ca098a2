import type { Files } from "../stage.ts";
import { handsOn, job, type Rule, said } from "./rule.ts";

/** A run that is run again: what is so in the first attempt, then what was chosen, and what is so in the second. */
export interface RerunRule extends Pick<
  Rule,
  "fact" | "says" | "jobs" | "files" | "world" | "gate" | "happens" | "results"
> {
  readonly chosen: "failed" | "all";
  /** In the second attempt, whose gates are all approved. */
  readonly second: Pick<Rule, "results" | "run" | "log" | "outputs" | "annotation">;
}

const attempt = "$GITHUB_RUN_ATTEMPT";
/** Says its name and the attempt. */
const tells = (id: string, more = ""): string => `{ run: "echo ${id} ${attempt}${more}" }`;
const failsFirst = `; test ${attempt} = 2`;
const gated = "environment: { name: gated, deployment: false }";

const called = (jobs: string): Files => ({
  ".github/workflows/r.yml": `on:
  workflow_call:
    outputs: { o: { value: "\${{ jobs.a.outputs.o }}" } }
jobs:
${jobs}`,
});
const calls = "  x: { uses: OWNER/prism-rollout/.github/workflows/r.yml@v1 }\n";

/** «Re-run failed jobs» and «re-run all jobs». */
export const rerunRules: readonly RerunRule[] = [
  {
    fact: "§3.5",
    says: "of the failed jobs and all that need them each runs again, of those that succeeded none",
    jobs:
      job("a", "", tells("a")) +
      job("x", "needs: a", tells("x", failsFirst)) +
      job("b", "needs: x", tells("b")) +
      job("c", "needs: [a, b]\nif: always()", tells("c")),
    results: { a: "success", x: "failure", b: "skipped", c: "success" },
    chosen: "failed",
    second: {
      results: { a: "success", x: "success", b: "success", c: "success" },
      log: ["x 2", "b 2", "c 2"],
      run: "success",
    },
  },
  {
    fact: "§3.5",
    says: "all jobs: each runs again, and nothing of the former attempt is handed on",
    jobs:
      job(
        "x",
        handsOn,
        `{ id: s, run: "if ${failsFirst.slice(2)}; then :; else echo o=old >> $GITHUB_OUTPUT; exit 1; fi" }`,
      ) + job("told", "needs: x\nif: always()", said),
    results: { x: "failure", told: "success" },
    chosen: "all",
    second: { results: { x: "success", told: "success" }, log: ["success []"], outputs: { x: {} } },
  },
  {
    fact: "§3.5",
    says: "the outputs of a job that succeeded are there for those that run again",
    jobs:
      job("x", handsOn, `{ id: s, run: "echo o=${attempt} >> $GITHUB_OUTPUT" }`) +
      job("b", "needs: x", `{ run: "echo '[\${{ needs.x.outputs.o }}]'${failsFirst}" }`),
    results: { x: "success", b: "failure" },
    chosen: "failed",
    second: { results: { x: "success", b: "success" }, log: ["[1]"], outputs: { x: { o: "1" } } },
  },
  {
    fact: "§3.5, §7 (11)",
    says: "a failed job that hands on nothing this time hands on what it did before",
    jobs:
      job("x", handsOn, `{ id: s, run: "test ${attempt} = 1 && echo o=old >> $GITHUB_OUTPUT; exit 1" }`) +
      job("told", "needs: x\nif: always()", said),
    results: { x: "failure", told: "success" },
    chosen: "failed",
    second: { results: { x: "failure", told: "success" }, log: ["failure [old]"], run: "failure" },
  },
  {
    fact: "§3.5",
    says: "what it hands on anew takes the place of what it did before",
    jobs:
      job("x", handsOn, `{ id: s, run: "echo o=${attempt} >> $GITHUB_OUTPUT${failsFirst}" }`) +
      job("told", "needs: x\nif: always()", said),
    results: { x: "failure", told: "success" },
    chosen: "failed",
    second: { results: { x: "success", told: "success" }, log: ["success [2]"], outputs: { x: { o: "2" } } },
  },
  {
    fact: "§3.5",
    says: "whoever was rejected is asked for again, and may pass",
    jobs: job("x", gated, tells("x")) + job("b", "needs: x", tells("b")),
    gate: "rejected",
    results: { x: "failure", b: "skipped" },
    chosen: "failed",
    second: { results: { x: "success", b: "success" }, log: ["x 2", "b 2"], run: "success" },
  },
  {
    fact: "§3.5",
    says: "a gate that was passed is not asked for again, where its job is not run again",
    jobs:
      job("a", "environment: { name: first, deployment: false }", tells("a")) +
      job("x", `needs: a\n${gated}`, tells("x")),
    gate: "expired",
    results: { a: "success", x: "failure" },
    chosen: "failed",
    second: { results: { a: "success", x: "success" }, log: ["x 2"] },
  },
  {
    fact: "§3.5",
    says: "cancelled jobs count as failed",
    jobs: job("x", gated, tells("x")) + job("b", "needs: x", tells("b")),
    gate: "nobody answers",
    happens: "cancel-at-gate",
    results: { x: "cancelled", b: "skipped" },
    chosen: "failed",
    second: { results: { x: "success", b: "success" }, log: ["x 2", "b 2"], run: "success" },
  },
  {
    fact: "§3.5",
    says: "a job that its own condition has skipped does not run again, nor does who was not held up by it",
    jobs:
      job("a", "if: github.run_attempt == '2'", tells("a")) +
      job("b", "needs: a\nif: always()", tells("b")) +
      job("x", "", tells("x", failsFirst)),
    results: { a: "skipped", b: "success", x: "failure" },
    chosen: "failed",
    second: { results: { a: "skipped", b: "success", x: "success" }, log: ["x 2"] },
  },
  {
    fact: "§1.4, §3.5",
    says: "in a called workflow each job counts for itself: those that succeeded stand",
    files: called(
      job("a", handsOn, `{ id: s, run: "echo a ${attempt}; echo o=${attempt} >> $GITHUB_OUTPUT" }`) +
        job("f", "needs: a", tells("f", failsFirst)),
    ),
    jobs: calls + job("told", "needs: x\nif: always()", said),
    results: { x: "failure", "x/a": "success", "x/f": "failure", told: "success" },
    chosen: "failed",
    second: {
      results: { x: "success", "x/a": "success", "x/f": "success", told: "success" },
      log: ["f 2", "success [1]"],
      run: "success",
    },
  },
  {
    fact: "§1.4, §3.5",
    says: "a call that needs a job that runs again runs again whole",
    files: called(job("a", "outputs: { o: none }", tells("a"))),
    jobs: job("f", "", tells("f", failsFirst)) + calls.replace("{ ", "{ needs: f, if: always(), "),
    results: { f: "failure", x: "success", "x/a": "success" },
    chosen: "failed",
    second: { results: { f: "success", x: "success", "x/a": "success" }, log: ["f 2", "a 2"] },
  },
  {
    fact: "§3.5",
    says: "what jobs that stand have handed on counts into what the run may hand on",
    world: { outputLimits: { job: 100, run: 20 } },
    jobs:
      job("a", handsOn, '{ id: s, run: "echo o=1234 >> $GITHUB_OUTPUT" }') +
      job("x", `needs: a\n${handsOn}`, `{ id: s, run: "echo o=1234567 >> $GITHUB_OUTPUT${failsFirst}" }`),
    results: { a: "success", x: "failure" },
    chosen: "failed",
    second: {
      results: { a: "success", x: "failure" },
      annotation: "The outputs of the run's jobs have more than 20 bytes together",
    },
  },
];
