import { expect, test } from "@jest/globals";
import { phasesSeen } from "../../../actions/rollback/phases-seen.ts";
import { detectedAt } from "../../../actions/rollback/times.ts";
import { decide } from "../../../kit/release/decision/decision.ts";
import type { JobFact } from "../../../kit/release/decision/ending.ts";
import type { Needs } from "../../../kit/release/decision/needs.ts";
import { all, facts, job, minute, now, policy, until, verdict } from "../../support/decided.ts";

const at = (name: string, completedAt: number | null, more: Partial<JobFact> = {}): JobFact =>
  job(name, { completedAt, ...more });

/** When it could be known that this chain is to go back, by what is decided of it. */
function detected(needs: Needs, jobs: readonly JobFact[]): number {
  const run = { jobs, reviews: [] };
  const decision = decide(needs, facts(all, { jobs }), now, policy);
  expect(decision.do).toBe("roll-back");
  return detectedAt({ decision, run }, now);
}

test("detected is when the phase ended that the decision names, not an earlier one that did not end well", () => {
  const needs = {
    ...until("observe", "failure", verdict("fail")),
    smoke: { result: "failure", outputs: { verdict: "fail", failed: "commands" } },
  };
  const jobs = [at("release / smoke", now - 20 * minute), at("release / observe", now - minute)];
  expect(detected(needs, jobs)).toBe(now - minute);
});

test("of a run that releases to two targets, the other one's jobs tell nothing of when", () => {
  const jobs = [
    at("staging / smoke", now - 30 * minute),
    at("staging / rollback", now - 25 * minute),
    at("production / smoke", now - 2 * minute),
    at("production / rollback", null, { conclusion: null }),
  ];
  const needs = until("smoke", "failure", verdict("fail"));
  expect(detected(needs, jobs)).toBe(now - 2 * minute);
  const seen = phasesSeen({ needs: JSON.stringify(needs) }, { jobs, reviews: [] });
  expect(seen.find(({ phase }) => phase === "smoke")?.completedAt).toBe(
    new Date(now - 2 * minute).toISOString(),
  );
});

test("a person's decision is detected when it is made, and so is one of whose phase no job tells", () => {
  const decision = { do: "roll-back", because: "a person says: prices", components: [] } as const;
  const jobs = [at("release / smoke", now - 20 * minute)];
  expect(detectedAt({ decision, run: { jobs, reviews: [] } }, now)).toBe(now);
  expect(detectedAt({ decision: { ...decision, phase: "observe" }, run: { jobs, reviews: [] } }, now)).toBe(
    now,
  );
});
