import { expect, test } from "@jest/globals";
import { type PlanPart, partDigest } from "../../../kit/release/plan.ts";
import { refuseOtherPlan } from "../../../kit/release/planned.ts";

const now: PlanPart = {
  phase: "migrate",
  work: "some",
  decisions: { files: ["0008"] },
  measurements: null,
  undo: { possible: "yes" },
  unverified: [],
  says: [],
};

test("a plan whose digest was lost on the way approves nothing", async () => {
  await expect(
    refuseOtherPlan("/nowhere", { plan: "plan.json", planDigest: undefined }, now),
  ).rejects.toMatchObject({ code: "PR202", message: expect.stringContaining("plan-digest is empty") });
});

test("without plan and digest an action stands alone; with the digest of its own work it is approved", async () => {
  await refuseOtherPlan("/nowhere", { plan: undefined, planDigest: undefined }, now);
  await refuseOtherPlan("/nowhere", { plan: "plan.json", planDigest: partDigest(now) }, now);
});
