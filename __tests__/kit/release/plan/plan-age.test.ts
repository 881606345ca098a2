import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { enterPhase } from "../../../../kit/release/enter-phase.ts";
import type { GatedPhase } from "../../../../kit/release/phases.ts";
import { type PlanPart, partDigest } from "../../../../kit/release/plan/plan.ts";
import { readStamp, refuseOldPlan, stampText } from "../../../../kit/release/plan/plan-stamp.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { commit, githubWorld } from "../../../support/github-world.ts";
import { testWorld } from "../../../support/test-world.ts";

const hour = 3_600_000;
const sha = "0".repeat(64);
const start = Date.UTC(2026, 10, 22, 12);

test("a stamp is read as it was written, and nothing else is a stamp", () => {
  const times = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 50 }), (at, attempt) => {
      expect(readStamp(stampText({ at, attempt, sha256: sha }))).toEqual({ at, attempt, sha256: sha });
    }),
  );
  for (const text of [undefined, "", "2026", `2026-13-45T00:00:00Z attempt-1 ${sha}`, "x".repeat(99)])
    expect(readStamp(text)).toBeUndefined();
});

test("a plan is refused from plan-max-age on, and one from the future at once", () => {
  const clock = fakeClock(start);
  const given = (at: number) => ({
    planStamp: stampText({ at, attempt: 1, sha256: sha }),
    planMaxAge: 24 * hour,
  });
  refuseOldPlan(clock, given(start - 24 * hour));
  refuseOldPlan(clock, given(start + 60_000));
  expect(() => refuseOldPlan(clock, given(start - 25 * hour))).toThrow(
    /^The plan is 25 h old, and plan-max-age is 24 h\. Nothing was changed\.$/,
  );
  expect(() => refuseOldPlan(clock, given(start + hour))).toThrow(/still to come/);
});

test("a plan whose age was masked on the way is not taken for a young one", () => {
  const clock = fakeClock(start);
  for (const planStamp of [undefined, "***"])
    expect(() => refuseOldPlan(clock, { planStamp, planMaxAge: 24 * hour })).toThrow(/cannot be told/);
});

const part: PlanPart = {
  phase: "deploy-web",
  work: "some",
  decisions: { web: "new" },
  measurements: null,
  undo: { possible: "yes" },
  unverified: [],
  says: [],
};

/** Enters two phases of one release, a day and an hour after its plan, the first one in time. */
async function lateAt(phase: GatedPhase, gates: Readonly<Partial<Record<GatedPhase, "wait-timer">>>) {
  const { standIn, github, context } = await githubWorld();
  const clock = fakeClock(Date.now());
  const world = await testWorld({ clock, context, github: async () => github });
  const inputs = {
    target: "production",
    release: `production-20261122-${commit.slice(0, 12)}-42`,
    plan: undefined,
    planDigest: partDigest(part),
    planStamp: stampText({ at: clock.now(), attempt: 1, sha256: sha }),
    planMaxAge: 24 * hour,
    environment: undefined,
    githubToken: "given",
    gates,
  };
  try {
    const entered = await enterPhase(world, "deploy-functions", { ...inputs, gates: {} }, part);
    await entered?.journal.change("functions", { before: null, intended: null }, async () => null);
    await clock.sleep(25 * hour);
    return await enterPhase(world, phase, inputs, part);
  } finally {
    await standIn.close();
  }
}

test("what follows an approved phase with no gate between is not stopped by the age half way; what waited at a gate is", async () => {
  expect(await lateAt("deploy-web", {})).toBeDefined();
  await expect(lateAt("deploy-web", { "deploy-web": "wait-timer" })).rejects.toMatchObject({ code: "PR210" });
});
