import { expect, test } from "@jest/globals";
import { nextGate } from "../../../kit/notify/next-gate.ts";
import { type GatedPhase, gatedPhases } from "../../../kit/release/phases.ts";
import type { Gate } from "../../../kit/release/gates/gates.ts";
import type { PlanPart } from "../../../kit/release/plan/plan.ts";

const gates = gatedPhases.map((phase) => {
  const declared = "reviewers" as const;
  const rest = { found: [], reviewers: [], bypass: false } as unknown as Omit<Gate, "phase">;
  return { ...rest, phase, environment: `production-${phase}`, declared };
});

const plan = (...busy: readonly GatedPhase[]) => ({
  gates,
  parts: gatedPhases.map((phase): PlanPart => {
    const work = busy.includes(phase) ? "some" : "none";
    const undo = { possible: "yes" } as const;
    return { phase, work, decisions: null, measurements: null, undo, unverified: [], says: [] };
  }),
});

test.each<[string, readonly GatedPhase[], readonly string[], GatedPhase | undefined, string | undefined]>([
  ["the first with work", ["deploy-functions", "deploy-web"], [], undefined, "deploy-functions"],
  ["the next after a phase", ["migrate", "deploy-web"], [], "migrate", "deploy-web"],
  ["none after the last", ["migrate"], [], "migrate", undefined],
  ["none of another slice", ["migrate", "deploy-web"], ["migrate"], "migrate", undefined],
  ["none without work", [], [], undefined, undefined],
])("%s", (_, busy, slice, after, expected) => {
  expect(nextGate(plan(...busy), slice, after)?.phase).toBe(expected);
});

test("a phase with work that has no gate goes on by itself", () => {
  const own = plan("migrate", "deploy-web");
  expect(nextGate({ ...own, gates: gates.filter(({ phase }) => phase !== "migrate") }, [])).toBeUndefined();
});
