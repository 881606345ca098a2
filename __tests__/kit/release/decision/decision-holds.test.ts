import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Begun, type Facts, activated, decide } from "../../../../kit/release/decision/decision.ts";
import { endingOf } from "../../../../kit/release/decision/ending.ts";
import type { Need, Needs } from "../../../../kit/release/decision/needs.ts";
import { phaseNames } from "../../../../kit/release/phases.ts";
import { all, job, minute, now, policy } from "../../../support/decided.ts";

const need: fc.Arbitrary<Need> = fc.record({
  result: fc.constantFrom("success", "failure", "cancelled", "skipped", "strange"),
  outputs: fc.record(
    {
      verdict: fc.constantFrom("pass", "fail", "error", "inconclusive", "", "PASS"),
      attempt: fc.constantFrom("1", "2"),
      failed: fc.constantFrom("commands", "playwright"),
      work: fc.constantFrom("some", "none"),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Need["outputs"]>,
});
const needs: fc.Arbitrary<Needs> = fc.record(
  Object.fromEntries(phaseNames.map((phase) => [phase, need])) as Record<string, fc.Arbitrary<Need>>,
  { requiredKeys: [] },
);
const begun: fc.Arbitrary<readonly Begun[]> = fc
  .uniqueArray(
    fc.record({
      change: fc.constantFrom(...all),
      at: fc.option(fc.integer({ min: -200, max: 5 }).map((minutes) => now + minutes * minute)),
    }),
    { selector: ({ change }) => change.component },
  )
  .map((some) => some.map(({ change, at }) => ({ ...change, at })));
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    attempt: fc.constantFrom(1, 2),
    jobs: fc.array(
      fc
        .record({ name: fc.constantFrom(...phaseNames), ran: fc.boolean() })
        .map(({ name, ran }) => job(name, { ran })),
      { maxLength: 4 },
    ),
    reviews: fc.array(
      fc
        .constantFrom("approved", "rejected")
        .map((state) => ({ state, environments: ["production-deploy-web"] })),
      { maxLength: 2 },
    ),
    environments: fc.constant({ "deploy-web": "production-deploy-web" }),
    begun,
    supersededBy: fc.constant("production-20261123-ffffffffffff-77"),
    wentBack: fc.boolean(),
    notReady: fc.constant("no snapshot"),
  },
  { requiredKeys: ["attempt", "jobs", "reviews", "environments", "begun"] },
);

/** Whatever the jobs say, and whatever is known. */
function always(holds: (given: Needs, known: Facts) => void): void {
  fc.assert(fc.property(needs, facts, holds), { numRuns: 3000 });
}

test("a release with a phase that did not pass is never released", () => {
  always((given, known) => {
    const failed = phaseNames.some(
      (phase) => !["passed", "unreached"].includes(endingOf(phase, given[phase], known)),
    );
    if (failed) expect(decide(given, known, now, policy).do).not.toBe("none");
  });
});

test("a chain that did not reach its end is never released, but where there was no work", () => {
  always((given, known) => {
    const skipped = Object.values(given).some(({ result }) => result === "skipped");
    const empty = given.plan?.outputs["work"] === "none";
    if (skipped && !empty) expect(decide(given, known, now, policy).do).not.toBe("none");
  });
});

test("nothing is undone where nothing was activated, and only what was activated", () => {
  always((given, known) => {
    const decided = decide(given, known, now, policy);
    if (decided.do === "roll-back") expect(activated(known.begun).length).toBeGreaterThan(0);
    expect(decided.components).toEqual(activated(known.begun));
  });
});

test("a release that a newer one has taken the target from undoes nothing any more", () => {
  always((given, known) => {
    if (known.supersededBy !== undefined) expect(decide(given, known, now, policy).do).not.toBe("roll-back");
  });
});

test("what was changed is never called stopped", () => {
  always((given, known) => {
    if (known.begun.some(({ component }) => component !== "web-staged"))
      expect(decide(given, known, now, policy).do).not.toBe("stop");
  });
});

test("where going back is off, nothing goes back, whatever came before", () => {
  always((given, known) => {
    expect(decide(given, known, now, { ...policy, off: "0014" }).do).not.toBe("roll-back");
  });
});
