import { expect, test } from "@jest/globals";
import { renderReport } from "../../../kit/action/report.ts";
import { whyOf } from "../../../rehearsal/report/why.ts";
import { inventedPhase } from "../../support/invented-phase.ts";
import {
  heldRelease,
  rejectedRelease,
  releasedRelease,
  rolledBackRelease,
} from "../../support/invented-releases.ts";

const told = (verdict: "pass" | "fail" | "inconclusive", next: string): string =>
  renderReport("X", { verdict, reason: `It is ${verdict}.`, next });

test("a release that is released needs no reason", () => {
  expect(whyOf(releasedRelease)).toMatchObject({
    phase: undefined,
    reason: undefined,
    next: "Nothing to do.",
  });
});

test("a release without work says so", () => {
  const phases = ["build", "plan", "migrate", "smoke"].map((name, index) =>
    inventedPhase(name, { result: index < 2 ? "success" : "skipped" }),
  );
  expect(whyOf({ outcome: "released", phases }).reason).toMatch(/^There was nothing to release/);
});

test("reason and next step are those of the phase that failed", () => {
  expect(whyOf(heldRelease)).toMatchObject({
    phase: "migrate",
    reason: expect.stringMatching(/^PR301: 0009_answers_index\.sql failed/),
    next: expect.stringMatching(/^Correct the column's name/),
  });
});

test("a rollback that leaves something to do has the last word on what to do, not on why", () => {
  expect(whyOf(rolledBackRelease)).toMatchObject({
    phase: "smoke",
    next: expect.stringMatching(/^Look at the trace/),
  });
  const phases = [
    inventedPhase("smoke", { result: "failure", summary: told("fail", "Look.") }),
    inventedPhase("rollback", { result: "failure", summary: told("fail", "Run `vercel rollback` by hand.") }),
  ];
  expect(whyOf({ outcome: "partly-rolled-back", phases })).toMatchObject({
    phase: "smoke",
    reason: "It is fail.",
    next: "Run vercel rollback by hand.",
  });
});

test("a gate's answer is the reason of a phase that never ran", () => {
  expect(whyOf(rejectedRelease)).toMatchObject({
    phase: "migrate",
    reason: "rejected by ada at the environment production-migrate",
    next: "Nothing was changed. Mend the cause, then release again.",
  });
});

test("without a summary, the first error tells why; without any, the result does", () => {
  const annotations = [
    { level: "warning", message: "hm" },
    { level: "error", message: "no disk" },
  ] as const;
  const failed = inventedPhase("build", { result: "failure", annotations });
  expect(whyOf({ outcome: "stopped", phases: [failed] }).reason).toBe("no disk");
  const lost = inventedPhase("build", { result: "cancelled" });
  expect(whyOf({ outcome: "stopped", phases: [lost] }).reason).toBe(
    "It ended with cancelled; its log says more.",
  );
  expect(whyOf({ outcome: "held", phases: [] }).reason).toMatch(/^No phase said why/);
});

test("reason and next step keep their marks for whoever can show code as code", () => {
  const phases = [
    inventedPhase("smoke", { result: "failure", summary: told("fail", "Run `git revert 1`, then wait.") }),
  ];
  const { next, marked } = whyOf({ outcome: "rolled-back", phases });
  expect([next, marked]).toEqual([
    "Run git revert 1, then wait.",
    { reason: "It is fail.", next: "Run `git revert 1`, then wait." },
  ]);
});

test("a phase that went well but is not sure explains that its release is watched", () => {
  const phases = [inventedPhase("observe", { summary: told("inconclusive", "Wait.") })];
  expect(whyOf({ outcome: "watching", phases })).toMatchObject({
    phase: "observe",
    reason: "It is inconclusive.",
    next: "Wait.",
  });
});
