import { expect, test } from "@jest/globals";
import { type Decision, type Facts, decide } from "../../../../kit/release/decision/decision.ts";
import type { Needs } from "../../../../kit/release/decision/needs.ts";
import {
  all,
  facts,
  functions,
  job,
  migrated,
  minute,
  neverRan,
  now,
  passed,
  policy,
  rejection,
  until,
  verdict,
  web,
} from "../../../support/decided.ts";

test.each<[string, Needs, Facts, Decision["do"], string]>([
  // After the window, and everything that only a person can judge.
  [
    "web was rejected too late",
    until("deploy-web", "failure"),
    facts([{ ...functions, at: now - 61 * minute }], {
      jobs: [neverRan("deploy-web")],
      reviews: [rejection],
    }),
    "hold",
    "the first activation was 61 min ago",
  ],
  [
    "nobody knows when it was activated",
    until("observe", "cancelled"),
    facts([{ ...web, at: null }]),
    "hold",
    "at an unknown time",
  ],
  [
    "the purge is not verified",
    until("purge-cdn", "failure", verdict("fail")),
    facts(all),
    "hold",
    "purge-cdn says fail",
  ],
  [
    "the purge lost its runner",
    until("purge-cdn", "failure"),
    facts(all),
    "hold",
    "purge-cdn lost its runner",
  ],
  [
    "web refused to begin",
    until("deploy-web", "failure", verdict("error")),
    facts([functions]),
    "hold",
    "deploy-web ended with an error",
  ],
  [
    "quality commands fail",
    until("smoke", "failure", { verdict: "fail", failed: "commands" }),
    facts(all),
    "hold",
    "a quality command fails",
  ],
  [
    "smoke found no browser",
    until("smoke", "failure", verdict("error")),
    facts(all),
    "hold",
    "smoke ended with an error",
  ],
  ["smoke lost its runner", until("smoke", "failure"), facts(all), "hold", "smoke lost its runner"],
  [
    "the approval of web expired",
    until("deploy-web", "failure"),
    facts([functions], { jobs: [neverRan("deploy-web")] }),
    "hold",
    "its approval expired",
  ],
  [
    "the approval of web expired as a cancellation",
    until("deploy-web", "cancelled"),
    facts([functions], { jobs: [neverRan("deploy-web", { createdAt: now - 30 * 86_400_000 })] }),
    "hold",
    "its approval expired",
  ],
  [
    "a newer release took over",
    until("observe", "cancelled"),
    facts(all, { supersededBy: "r2" }),
    "hold",
    "r2 has taken the target",
  ],
  [
    "an upload failed after web passed",
    until("deploy-web", "failure", verdict("pass")),
    facts(all),
    "hold",
    "another step of its job failed",
  ],
  [
    "an upload that GitHub names failed after web passed",
    until("deploy-web", "failure", verdict("pass")),
    facts(all, { jobs: [job("deploy-web", { failedStep: "Upload the site" })] }),
    "hold",
    "passed, but its job failed in the step «Upload the site»",
  ],
  [
    "going back would not work",
    passed,
    facts(all, { notReady: "the snapshot is not readable" }),
    "hold",
    "the snapshot is not readable",
  ],
  ["nothing is known of the jobs", {}, facts(all), "hold", "is not known"],
  // observe has no verdict.
  [
    "observe is inconclusive",
    until("observe", "failure", verdict("inconclusive")),
    facts(all),
    "watch",
    "observe has no verdict yet",
  ],
  [
    "observe is inconclusive, and may be",
    until("observe", "success", verdict("inconclusive")),
    facts(all),
    "watch",
    "no verdict yet",
  ],
  [
    "observe is inconclusive after migrations only",
    until("observe", "failure", verdict("inconclusive")),
    facts([migrated]),
    "watch",
    "no verdict",
  ],
  [
    "it is inconclusive, and going back would not work",
    until("observe", "failure", verdict("inconclusive")),
    facts(all, { notReady: "x" }),
    "hold",
    "would not work now: x",
  ],
])("%s", (_, needs, known, wanted, because) => {
  const decided = decide(needs, known, now, policy);
  expect(decided.do).toBe(wanted);
  expect(decided.because).toContain(because);
});
