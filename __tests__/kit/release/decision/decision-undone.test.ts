import { expect, test } from "@jest/globals";
import { type Decision, type Facts, decide } from "../../../../kit/release/decision/decision.ts";
import type { Needs } from "../../../../kit/release/decision/needs.ts";
import {
  all,
  facts,
  functions,
  job,
  migrated,
  neverRan,
  now,
  passed,
  policy,
  rejection,
  staged,
  until,
  verdict,
} from "../../../support/decided.ts";

test.each<[string, Needs, Facts, Decision["do"], string]>([
  ["every phase passed", passed, facts(all), "none", "every phase passed"],
  [
    "the plan was empty",
    { ...until("migrate", "skipped"), plan: { result: "success", outputs: { work: "none" } } },
    facts([]),
    "none",
    "there was nothing to release",
  ],
  // Nothing was changed yet.
  ["the build failed", until("build", "failure", verdict("fail")), facts([]), "stop", "build says fail"],
  [
    "the plan was refused",
    until("plan", "failure", verdict("error")),
    facts([]),
    "stop",
    "nothing was changed yet",
  ],
  [
    "the first gate was rejected",
    until("migrate", "failure"),
    facts([], {
      jobs: [neverRan("release / migrate")],
      environments: { migrate: "m" },
      reviews: [{ state: "rejected", environments: ["m"] }],
    }),
    "stop",
    "migrate was rejected",
  ],
  [
    "only a site was staged",
    until("deploy-web", "failure", verdict("fail")),
    facts([staged]),
    "stop",
    "nothing was changed",
  ],
  // The chain ended before the first activation.
  [
    "a migration failed",
    until("migrate", "failure", verdict("error")),
    facts([migrated]),
    "hold",
    "what was migrated stays",
  ],
  [
    "a bundle failed",
    until("deploy-functions", "failure", verdict("error")),
    facts([migrated]),
    "hold",
    "before anything was activated",
  ],
  [
    "the functions' gate was rejected",
    until("deploy-functions", "failure"),
    facts([migrated], {
      jobs: [neverRan("deploy-functions")],
      reviews: [{ state: "rejected", environments: ["production-fn"] }],
    }),
    "hold",
    "deploy-functions was rejected before anything was activated",
  ],
  [
    "it was cancelled during migrate",
    until("migrate", "cancelled"),
    facts([migrated]),
    "hold",
    "migrate was cancelled",
  ],
  [
    "migrate lost its runner",
    until("migrate", "failure"),
    facts([migrated]),
    "hold",
    "migrate lost its runner",
  ],
  // Functions or web failed while or after being activated; smoke or observe says fail.
  [
    "functions do not serve",
    until("deploy-functions", "failure", verdict("fail")),
    facts([migrated, functions]),
    "roll-back",
    "deploy-functions says fail",
  ],
  [
    "the activation got no answer",
    until("deploy-functions", "failure", verdict("error")),
    facts([functions]),
    "roll-back",
    "ended with an error",
  ],
  [
    "functions lost their runner",
    until("deploy-functions", "failure"),
    facts([functions]),
    "roll-back",
    "lost its runner",
  ],
  [
    "web lost its runner",
    until("deploy-web", "failure"),
    facts(all, { jobs: [job("deploy-web")] }),
    "roll-back",
    "deploy-web lost its runner",
  ],
  [
    "web's checkout failed, with functions live",
    until("deploy-web", "failure"),
    facts([functions], { jobs: [job("deploy-web", { failedStep: "Run actions/checkout" })] }),
    "roll-back",
    "deploy-web failed in its step «Run actions/checkout» after activation had begun",
  ],
  [
    "web lost its runner before it began, with functions live",
    until("deploy-web", "failure"),
    facts([functions], { jobs: [job("deploy-web")] }),
    "roll-back",
    "deploy-web lost its runner",
  ],
  [
    "the staged site is another",
    until("deploy-web", "failure", verdict("error")),
    facts([functions, staged]),
    "roll-back",
    "deploy-web ended with an error",
  ],
  [
    "web ran into its time limit",
    until("deploy-web", "cancelled"),
    facts(all, { jobs: [job("deploy-web", { conclusion: "timed_out" })] }),
    "roll-back",
    "deploy-web lost",
  ],
  ["smoke fails", until("smoke", "failure", verdict("fail")), facts(all), "roll-back", "smoke says fail"],
  [
    "observe fails",
    until("observe", "failure", verdict("fail")),
    facts(all),
    "roll-back",
    "observe says fail",
  ],
  [
    "observe fails in a job that may fail",
    until("observe", "success", verdict("fail")),
    facts(all),
    "roll-back",
    "observe says fail",
  ],
  // A person, within the window.
  [
    "web was rejected",
    until("deploy-web", "failure"),
    facts([migrated, functions], { jobs: [neverRan("deploy-web")], reviews: [rejection] }),
    "roll-back",
    "deploy-web was rejected within 60 min of the first activation",
  ],
  [
    "web was rejected, and the jobs cannot be read",
    until("deploy-web", "failure"),
    facts([functions], { reviews: [rejection] }),
    "roll-back",
    "was rejected",
  ],
  [
    "it was cancelled while web waited",
    until("deploy-web", "cancelled"),
    facts([functions], { jobs: [neverRan("deploy-web", { conclusion: "cancelled" })] }),
    "roll-back",
    "deploy-web was cancelled",
  ],
  [
    "it was cancelled during web",
    until("deploy-web", "cancelled"),
    facts(all),
    "roll-back",
    "deploy-web was cancelled",
  ],
])("%s", (_, needs, known, wanted, because) => {
  const decided = decide(needs, known, now, policy);
  expect(decided.do).toBe(wanted);
  expect(decided.because).toContain(because);
});
