import type { Files } from "../stage.ts";
import { handsOn, job, type Rule, said, sets } from "./rule.ts";

const called = (jobs: string): Files => ({
  ".github/workflows/r.yml": `on:
  workflow_call:
    outputs: { o: { value: "\${{ jobs.a.outputs.o }}" } }
jobs:
${jobs}`,
});
const calls = "  x: { uses: OWNER/prism-rollout/.github/workflows/r.yml@v1 }\n";
const told = job("told", "needs: x\nif: always()", said);

/** Which jobs run: what a condition means, what it is without a status function, what calls hand on. */
export const conditionRules: readonly Rule[] = [
  {
    fact: "§3.1",
    says: "a condition without a status function begins with success() &&: asking for a failure never runs",
    jobs:
      job("x", "", "{ run: exit 1 }") +
      job("asks", "needs: x\nif: needs.x.result == 'failure'") +
      job("asks-rightly", "needs: x\nif: failure() && needs.x.result == 'failure'"),
    results: { x: "failure", asks: "skipped", "asks-rightly": "success" },
  },
  {
    fact: "§3.1",
    says: "success() and failure() look at all ancestors: one that always() let through is not forgotten",
    jobs:
      job("x", "", "{ run: exit 1 }") +
      job("b", "needs: x\nif: always()") +
      job("c", "needs: b") +
      job("d", "needs: b\nif: failure()"),
    results: { x: "failure", b: "success", c: "skipped", d: "success" },
  },
  {
    fact: "§3.1, §7 (2)",
    says: "a skipped job poisons the chain behind it, also past a job that always() ran",
    jobs:
      job("x", "if: false") +
      job("b", "needs: x") +
      job("c", "needs: b\nif: always()") +
      job("d", "needs: c") +
      job("e", "needs: c\nif: '!failure()'"),
    results: { x: "skipped", b: "skipped", c: "success", d: "skipped", e: "success" },
  },
  {
    fact: "§3.3",
    says: "always() runs after a cancel, !cancelled() and failure() do not",
    jobs:
      job("x", "", "{ run: echo begun; sleep 9 }") +
      job("b", "needs: x\nif: always()") +
      job("c", "needs: x\nif: '!cancelled()'") +
      job("d", "needs: x\nif: failure()"),
    happens: "cancel",
    results: { x: "cancelled", b: "success", c: "cancelled", d: "skipped" },
  },
  {
    fact: "§3.4",
    says: "a job at work whose own condition still holds is not touched by a cancel",
    jobs: job("x", "if: always()", "{ run: echo begun; sleep 0.2; echo ended }") + job("b", "needs: x"),
    happens: "cancel",
    results: { x: "success", b: "cancelled" },
    log: ["begun", "ended"],
    run: "cancelled",
  },
  {
    fact: "§3.4",
    says: "a step at work whose own condition still holds is not touched either, the next by default does not begin",
    jobs: job(
      "x",
      "",
      "{ if: always(), run: \"trap 'echo interrupted' INT; echo begun; sleep 0.2; echo ended\" }",
      "{ run: echo default }",
      "{ if: cancelled(), run: echo cancelled }",
    ),
    happens: "cancel",
    results: { x: "cancelled" },
    log: ["begun", "ended", "cancelled"],
  },
  {
    fact: "§3.3",
    says: "contains(needs.*.result, …) sees every result, toJSON(needs) results and outputs",
    jobs:
      job("x", handsOn, sets("exit 1")) +
      job("y", "") +
      job(
        "b",
        "needs: [x, y]\nif: always() && contains(needs.*.result, 'failure')",
        "{ run: 'echo \"$NEEDS\" | tr -d \" \\n\"', env: { NEEDS: '${{ toJSON(needs) }}' } }",
      ),
    results: { x: "failure", y: "success", b: "success" },
    log: ['{"x":{"result":"failure","outputs":{"o":"1"}},"y":{"result":"success","outputs":{}}}'],
  },
  {
    fact: "§1.4, §3.3",
    says: "a caller sees one result for a called workflow, and the outputs that it maps, of failed jobs too",
    files: called(job("a", handsOn, sets("exit 1")) + job("b", "needs: a\nif: always()")),
    jobs: calls + told,
    results: { x: "failure", "x/a": "failure", "x/b": "success", told: "success" },
    log: ["failure [1]"],
    run: "failure",
  },
  {
    fact: "§1.4",
    says: "a called workflow in which everything was skipped is skipped",
    files: called(job("a", `if: false\n${handsOn}`, sets("true"))),
    jobs: calls + job("default", "needs: x") + told,
    results: { x: "skipped", "x/a": "skipped", default: "skipped", told: "success" },
    log: ["skipped []"],
  },
  {
    fact: "§1.4",
    says: "a call whose condition does not hold is skipped whole",
    files: called(job("a", handsOn, sets("true"))),
    jobs: calls.replace("{ ", "{ if: false, ") + told,
    results: { x: "skipped", told: "success" },
    log: ["skipped []"],
  },
  {
    fact: "§2.3 (1)",
    says: "an environment's name is asked for as it came out, however little of it is left; an empty one is no gate",
    jobs:
      job("x", "environment: { name: \"${{ vars.none || '' }}\" }") +
      job("b", 'environment: { name: "${{ vars.none }}gated" }'),
    gate: "rejected",
    results: { x: "success", b: "failure" },
  },
];

/** What GitHub takes without a word, and means something else than its author: the player refuses it. */
export const refusedRules: readonly (Pick<Rule, "fact" | "says" | "jobs"> & { readonly refusal: string })[] =
  [
    {
      fact: "§3.1",
      says: "if: | with ${{ }} keeps its line break, and a text always holds",
      jobs: job("x", "") + job("b", "needs: x\nif: |\n  ${{ needs.x.result == 'failure' }}"),
      refusal: "This condition always holds: text stands around ${{ }}. Write it without ${{ }}.",
    },
    {
      fact: "§3.1",
      says: "a job's condition has no env, secrets or steps",
      jobs: job("x", "if: env.A == '1'"),
      refusal: "env",
    },
  ];
