import { afterEach, expect, test } from "@jest/globals";
import { observe } from "../../../actions/observe/observe.ts";
import { spec as observeSpec } from "../../../actions/observe/spec.ts";
import { clearTheWay } from "../../../actions/plan/admit.ts";
import { spec as planSpec } from "../../../actions/plan/spec.ts";
import { halt, refuseHalted } from "../../../kit/release/standing/halt.ts";
import { refuseSuperseded } from "../../../kit/release/standing/superseded.ts";
import { partOf } from "../../support/at-the-door.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function rolledBack(): Promise<LiveRelease> {
  const made = await liveRelease();
  open.push(made);
  await made.rollback({ needs: needsUntil("smoke", "failure", { verdict: "fail" }) });
  return made;
}

const again = ({ world, forge }: LiveRelease) => ({ ...world, context: { ...forge.context, attempt: 2 } });
const refused = { code: "PR207", message: expect.stringContaining("was rolled back") };

test("plan that is run again in the run that was rolled back is refused, also where somebody has lifted the halt", async () => {
  const made = await rolledBack();
  const inputs = inputsFrom(planSpec.inputs, {
    target: "production",
    "github-token": "any",
    resume: "it was the CDN",
  });
  const planned = { target: "production", release: made.release, parts: [partOf("deploy-web")], gates: [] };
  await expect(clearTheWay(inputs, planned, again(made))).rejects.toMatchObject(refused);
});

test("observe that is run again does not count what the former release does", async () => {
  const made = await rolledBack();
  const given = { target: "production", release: made.release, "github-token": "any", supabase: "x" };
  const inputs = inputsFrom(observeSpec.inputs, { ...given, "supabase-access-token": "any", events: "{}" });
  await expect(observe(inputs, again(made))).rejects.toMatchObject(refused);
});

test("what was held, is run again and is live in the end, halts nothing any more", async () => {
  const made = await liveRelease();
  open.push(made);
  const { commit } = made.manifest;
  const { github } = made.forge;
  const why = {
    schema: "prism-rollout/halt@1",
    release: made.release,
    commit,
    reason: "expired",
    at: "now",
  } as const;
  await halt(github, "production", why);
  await expect(refuseHalted(github, "production", commit)).rejects.toMatchObject({ code: "PR207" });
  const { outputs } = await made.rollback({ needs: needsUntil("observe", "success", { verdict: "pass" }) });
  expect(outputs.outcome).toBe("released");
  await refuseHalted(github, "production", commit);
});

test("one that had to yield in the middle is held, touches nothing, and halts nobody: its commit is not to blame", async () => {
  const made = await liveRelease();
  open.push(made);
  const live = made.live();
  const newer = "production-20261122-cccccccccccc-99";
  made.forge.standIn.change((state) => {
    const own = state.deployments.find(({ payload }) => JSON.stringify(payload).includes("manifest@1"));
    own?.statuses.push({
      id: 1,
      state: "failure",
      description: `superseded by ${newer}`,
      environment: "production",
      logUrl: "",
      environmentUrl: "",
      creator: "bob",
      createdAt: 0,
    });
  });
  const { outputs, report } = await made.rollback({ needs: needsUntil("smoke", "cancelled", {}) });
  expect(outputs).toMatchObject({ outcome: "held", because: `${newer} has taken the target meanwhile` });
  // Going back now would take away what the newer release is built on.
  expect(report.next).toBe(`Look at ${newer}: it has planned on top of what this release has left.`);
  expect(made.live()).toEqual(live);
  await refuseHalted(made.forge.github, "production", made.manifest.commit);
  await expect(refuseSuperseded(made.forge.github, "production", made.release)).rejects.toMatchObject({
    code: "PR205",
  });
});
