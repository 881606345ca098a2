import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { writeFormat } from "../../../kit/release/formats.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";
import { planOf } from "../../support/planned-release.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function rolledBack(): Promise<LiveRelease> {
  const made = await liveRelease();
  open.push(made);
  const { outputs } = await made.rollback({ needs: needsUntil("smoke", "failure", { verdict: "fail" }) });
  expect(outputs.outcome).toBe("rolled-back");
  return made;
}

test("a release that was rolled back is not released by a re-run whose checks pass on what is live now", async () => {
  const made = await rolledBack();
  const { outputs } = await made.rollback({ needs: needsUntil("observe", "success", { verdict: "pass" }) });
  expect(outputs.outcome).toBe("rolled-back");
  expect(outputs.because).toContain("rolled back already");
  expect(made.live()).toEqual(made.before);
  expect(await made.standing()).toMatchObject({ state: "inactive" });
});

test("nor is it watched, held or stopped: it stays rolled back", async () => {
  const made = await rolledBack();
  for (const verdict of ["inconclusive", "error"]) {
    const { outputs } = await made.rollback({ needs: needsUntil("observe", "failure", { verdict }) });
    expect(outputs.outcome).toBe("rolled-back");
  }
  expect(await made.standing()).toMatchObject({ state: "inactive" });
});

test("a phase that is run again after it changes nothing: what it needs has gone back", async () => {
  const made = await rolledBack();
  await expect(made.again("web")).rejects.toMatchObject({
    code: "PR207",
    message: expect.stringContaining("was rolled back"),
  });
  await expect(made.again("functions")).rejects.toMatchObject({ code: "PR207" });
  expect(made.live()).toEqual(made.before);
});

test("where the release's id is lost on its way to the rollback, no other release is taken for it", async () => {
  const made = await liveRelease();
  open.push(made);
  await made.rollback({ needs: needsUntil("observe", "success", { verdict: "pass" }) });
  const now = made.live();
  const { context, github } = await made.forge.another();
  const failed = needsUntil("deploy-functions", "failure", { verdict: "error" });
  const { outputs } = await made.rollback(
    { needs: failed, release: "last" },
    { context, github: async () => github },
  );
  expect(outputs).toMatchObject({ outcome: "stopped", release: expect.stringMatching(`-${context.runId}$`) });
  expect(made.live()).toEqual(now);
  expect(await made.standing()).toMatchObject({ state: "success" });
});

test("a slice whose id is lost on the way is undone all the same: the run's own plan names the release", async () => {
  const made = await liveRelease();
  open.push(made);
  await writeFile(join(made.world.temp, "plan.json"), writeFormat(planOf([], { release: made.release })));
  made.forge.standIn.runs.finish(Number(made.forge.context.runId), "success");
  const { context, github } = await made.forge.another();
  const { outputs } = await made.rollback(
    { needs: needsUntil("smoke", "failure", { verdict: "fail" }), release: "last" },
    { context, github: async () => github },
  );
  expect(outputs).toMatchObject({ outcome: "rolled-back", release: made.release });
  expect(made.live()).toEqual(made.before);
});
