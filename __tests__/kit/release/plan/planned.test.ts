import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { sha256 } from "../../../../kit/release/canonical.ts";
import { writeFormat } from "../../../../kit/release/formats.ts";
import { type Plan, type PlanPart, partDigest } from "../../../../kit/release/plan/plan.ts";
import { stampText } from "../../../../kit/release/plan/plan-stamp.ts";
import { type Approval, refuseOtherPlan } from "../../../../kit/release/plan/planned.ts";
import { commit } from "../../../support/github-world.ts";
import { testWorld } from "../../../support/test-world.ts";

const now: PlanPart = {
  phase: "migrate",
  work: "some",
  decisions: { files: ["0008"] },
  measurements: null,
  undo: { possible: "yes" },
  unverified: [],
  says: ["apply 0008"],
};
const release = `production-20261122-${commit.slice(0, 12)}-42`;
const made: Plan = {
  schema: "prism-rollout/plan@1",
  release,
  target: "production",
  commit,
  attempt: 1,
  base: null,
  parts: [now],
  gates: [],
  rules: { declared: {}, loosened: [], accepted: [], unverified: [] },
  digests: { migrate: partDigest(now) },
  notDeployed: [],
};

/** The door of a phase whose job has downloaded `kept`, and was given by outputs what `plan` said of `made`. */
async function door(kept: Partial<Plan> | string | undefined, given: Partial<Approval> = {}, sha = commit) {
  const world = await testWorld({ github_env: { GITHUB_SHA: sha } });
  const text = typeof kept === "string" ? kept : writeFormat({ ...made, ...kept });
  if (kept !== undefined) await writeFile(join(world.root, "plan.json"), text);
  const planStamp = stampText({ at: Date.now(), attempt: 1, sha256: sha256(writeFormat(made)) });
  const approval = {
    plan: "plan.json",
    planDigest: partDigest(now),
    planStamp,
    release,
    target: "production",
    ...given,
  };
  return (part: PlanPart = now): Promise<void> => refuseOtherPlan(world, approval, part);
}

const changed: PlanPart = { ...now, decisions: { files: ["0008", "0009"] } };

test("the plan that was approved is accepted, and so is an action that stands alone", async () => {
  await (
    await door({})
  )();
  await (
    await door({}, { plan: undefined })
  )();
  await (
    await door(undefined, { plan: undefined, planDigest: undefined, planStamp: undefined })
  )();
});

test("a plan whose digest was masked on the way approves nothing", async () => {
  await expect((await door({}, { planDigest: undefined }))()).rejects.toMatchObject({
    code: "PR202",
    message: expect.stringContaining("plan-digest is empty"),
  });
});

test("a plan that is missing, or cut, is refused although its digest is the approved one", async () => {
  await expect((await door(undefined))()).rejects.toMatchObject({ code: "PR105" });
  await expect((await door(writeFormat(made).slice(0, -9)))()).rejects.toMatchObject({ code: "PR106" });
  const { gates: _, ...ungated } = made;
  await expect((await door(writeFormat(ungated)))()).rejects.toMatchObject({ code: "PR106" });
});

const openGate = {
  phase: "migrate",
  environment: "x",
  declared: "none",
  found: [],
  reviewers: [],
  bypass: true,
} as const;
const tampered: readonly (readonly [string, Partial<Plan>, string])[] = [
  ["its part", { parts: [changed] }, "its digest for migrate is another"],
  ["its gates", { gates: [openGate] }, "it was changed since plan wrote it"],
  ["its commit", { commit: "f".repeat(40) }, "it was changed since plan wrote it"],
  ["what it says", { parts: [{ ...now, says: ["apply nothing"] }] }, "it was changed since plan wrote it"],
];
test.each(tampered)("a plan that was tampered with at %s is refused", async (_, kept, says) => {
  await expect((await door(kept))()).rejects.toMatchObject({
    code: "PR202",
    message: expect.stringMatching(new RegExp(`${says}.*Nothing was changed\\.$`)),
  });
});

test("the plan of another attempt is refused by name, whether its part is the same or not", async () => {
  for (const parts of [[now], [changed]]) {
    await expect((await door({ attempt: 2, parts }))()).rejects.toMatchObject({
      code: "PR202",
      message: expect.stringContaining("it is of attempt 2, and the digest is of attempt 1"),
    });
  }
});

test("a part that differs from the approved one is named", async () => {
  await expect((await door({}))(changed)).rejects.toMatchObject({
    code: "PR202",
    message: expect.stringContaining("differs at: files"),
  });
});

const other = "9".repeat(40);
test("after a force-push the phase is at another commit than the plan, and refuses before it looks at anything else", async () => {
  const says = { code: "PR211", message: expect.stringContaining("at commit 999999999999, but the plan") };
  await expect((await door({}, {}, other))()).rejects.toMatchObject(says);
  // By the id alone, where no plan.json was passed; by plan.json alone, where the id is of somebody's own making.
  await expect((await door(undefined, { plan: undefined }, other))()).rejects.toMatchObject(says);
  await expect((await door({}, { release: "mine" }, other))()).rejects.toMatchObject(says);
});

test("the plan of another target or release is refused, though its part and its commit are the same", async () => {
  await expect((await door({}, { target: "staging" }))()).rejects.toMatchObject({
    code: "PR202",
    message: expect.stringContaining("it is for production, and this job is for staging"),
  });
  await expect((await door({}, { release: release.replace("-42", "-43") }))()).rejects.toMatchObject({
    code: "PR202",
    message: expect.stringContaining(`it is of ${release}, and this job is of`),
  });
});
