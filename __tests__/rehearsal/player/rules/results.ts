import { handsOn, hurry, job, type Rule, said, sets } from "./rule.ts";

/** After whatever became of `x`: what runs by default, on failure(), on cancelled(), and what always() is told. */
const after = [
  job("default", "needs: x"),
  job("on-failure", "needs: x\nif: failure()"),
  job("on-cancel", "needs: x\nif: cancelled()"),
  job("told", "needs: x\nif: always()", said),
].join("");

type Column = "ran" | "skipped";

/** A line of the table: the result of `x`, whether a default job, failure() and cancelled() run, what always() hears. */
function becomes(
  [result, byDefault, onFailure, onCancel]: readonly [string, Column, Column, Column],
  hears: string,
): Pick<Rule, "results" | "log"> {
  const shown = (column: Column): string => (column === "ran" ? "success" : "skipped");
  const rest = { default: shown(byDefault), "on-failure": shown(onFailure), "on-cancel": shown(onCancel) };
  return { results: { x: result, ...rest, told: "success" }, log: [hears] };
}

const gated = "environment: { name: gated, deployment: false }";
const stops = "trap 'exit 1' INT; echo begun; sleep 9";
const begun = ({ results, log = [] }: Pick<Rule, "results" | "log">): Pick<Rule, "results" | "log"> => ({
  results,
  log: ["begun", ...log],
});

/** What `needs.x.result` is after each event, and who of the jobs behind it runs. */
export const resultRules: readonly Rule[] = [
  {
    fact: "§3.2, §3.5",
    says: "a step fails: the job has failed, and its outputs arrive",
    jobs: job("x", handsOn, sets("exit 1")) + after,
    ...becomes(["failure", "skipped", "ran", "skipped"], "failure [1]"),
    run: "failure",
  },
  {
    fact: "§3.2",
    says: "continue-on-error: true: a job that fails is a success for those behind it",
    jobs: job("x", `${handsOn}\ncontinue-on-error: true`, sets("exit 1")) + after,
    ...becomes(["success", "ran", "skipped", "skipped"], "success [1]"),
    outcomes: { x: "failure" },
    run: "success",
  },
  {
    fact: "§3.2",
    says: "a reviewer rejects: failure, never started, no outputs",
    jobs: job("x", `${gated}\n${handsOn}`, sets("echo started")) + after,
    gate: "rejected",
    ...becomes(["failure", "skipped", "ran", "skipped"], "failure []"),
    run: "failure",
  },
  {
    fact: "§3.2",
    says: "an approval expires: failure, never started, no outputs",
    jobs: job("x", `${gated}\n${handsOn}`, sets("echo started")) + after,
    gate: "expired",
    ...becomes(["failure", "skipped", "ran", "skipped"], "failure []"),
    run: "failure",
  },
  {
    fact: "§3.2, §3.5",
    says: "a person cancels while the job works: cancelled, and its outputs arrive",
    jobs: job("x", handsOn, sets(stops)) + after,
    world: hurry(60_000),
    happens: "cancel",
    ...begun(becomes(["cancelled", "skipped", "skipped", "ran"], "cancelled [1]")),
    run: "cancelled",
  },
  {
    fact: "§3.2",
    says: "a person cancels while the job waits at a gate: cancelled, no outputs",
    jobs: job("x", `${gated}\n${handsOn}`, sets("echo started")) + after,
    gate: "nobody answers",
    happens: "cancel-at-gate",
    ...becomes(["cancelled", "skipped", "skipped", "ran"], "cancelled []"),
    run: "cancelled",
  },
  {
    fact: "§3.2, §3.5",
    says: "the job's time is over: cancelled, never failure; nobody has cancelled the run; its outputs arrive",
    jobs: job("x", `timeout-minutes: 1\n${handsOn}`, sets("sleep 9")) + after,
    world: hurry(250),
    ...becomes(["cancelled", "skipped", "skipped", "skipped"], "cancelled [1]"),
    run: "cancelled",
  },
  {
    fact: "§3.2, §3.4",
    says: "the always() steps of a job whose time is over still run, its failure() steps do not",
    jobs: job(
      "x",
      "timeout-minutes: 1",
      "{ run: sleep 9 }",
      "{ if: always(), run: 'echo after ${{ job.status }}' }",
      "{ if: failure(), run: echo no }",
    ),
    world: hurry(250),
    results: { x: "cancelled" },
    log: ["after cancelled"],
  },
  {
    fact: "§3.2",
    says: "a step's time is over: failure",
    jobs: job("x", handsOn, sets("sleep 9", ", timeout-minutes: 1")) + after,
    world: hurry(250),
    ...becomes(["failure", "skipped", "ran", "skipped"], "failure [1]"),
    annotation: "The step has timed out after 1 minutes.",
    run: "failure",
  },
  {
    fact: "§3.2",
    says: "its own if is false: skipped, and neither failure() nor cancelled() is true",
    jobs: job("x", `if: false\n${handsOn}`, sets("true")) + after,
    ...becomes(["skipped", "skipped", "skipped", "skipped"], "skipped []"),
    run: "success",
  },
  {
    fact: "§3.2, §3.5",
    says: "the runner is lost: failure, no outputs, and not even always() steps run",
    jobs: job("x", handsOn, sets("echo begun; sleep 9"), "{ if: always(), run: echo cleaning }") + after,
    happens: "lose-runner",
    ...begun(becomes(["failure", "skipped", "ran", "skipped"], "failure []")),
    run: "failure",
  },
  {
    fact: "§3.4, §3.5",
    says: "a cancelled job that does not end is killed after five minutes: no outputs",
    jobs:
      job("x", handsOn, sets("trap '' INT TERM; echo begun; while :; do sleep 1; done", ", if: always()")) +
      after,
    world: hurry(60_000, 150),
    happens: "cancel",
    ...begun(becomes(["cancelled", "skipped", "skipped", "ran"], "cancelled []")),
    run: "cancelled",
  },
  {
    fact: "§3.4",
    says: "a cancel by force ends always() jobs, too",
    jobs: job("x", "", "{ run: echo begun; sleep 9 }") + job("told", "needs: x\nif: always()"),
    happens: "force-cancel",
    results: { x: "cancelled", told: "cancelled" },
    log: ["begun"],
    run: "cancelled",
  },
];
