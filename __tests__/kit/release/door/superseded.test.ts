import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { gatedPhases } from "../../../../kit/release/phases.ts";
import { candidate } from "../../../support/at-the-door.ts";
import { type GithubWorld, githubWorld } from "../../../support/github-world.ts";

let forge: GithubWorld;
beforeEach(async () => {
  forge = await githubWorld();
});
afterEach(() => forge.standIn.close());

const refused = (release: string) => ({
  code: "PR205",
  message: expect.stringContaining(`${release} has taken`),
});

test.each(gatedPhases)(
  "after the gate of %s a release is refused when a newer one went live meanwhile",
  async (phase) => {
    const older = await candidate(forge);
    const newer = await candidate(forge);
    await newer.close("success", "released");
    await expect(older.enter(phase)).rejects.toMatchObject(refused(newer.release));
    expect(older.world.emitted["started"]).toBeUndefined();
    expect(await newer.enter(phase)).toBeDefined();
  },
);

test("one that a newer release only waits behind, or that was stopped or brought back, goes on", async () => {
  const older = await candidate(forge);
  await candidate(forge);
  const stopped = await candidate(forge);
  await stopped.close("inactive", "stopped: rejected");
  expect(await older.enter("migrate")).toBeDefined();
});

test("a newer one that was held in the middle is met by users, and so the older is refused", async () => {
  const older = await candidate(forge);
  const newer = await candidate(forge);
  await newer.change("deploy-functions", "functions");
  await newer.close("failure", "held: deploy-web was cancelled");
  forge.standIn.runs.finish(Number(newer.context.runId), "failure");
  await expect(older.enter("deploy-web")).rejects.toMatchObject(refused(newer.release));
});

test("one that was held before anything was activated is met by nobody", async () => {
  const older = await candidate(forge);
  const newer = await candidate(forge);
  await newer.change("migrate", "0008");
  await newer.close("failure", "held: migrate failed");
  forge.standIn.runs.finish(Number(newer.context.runId), "failure");
  expect(await older.enter("deploy-web")).toBeDefined();
});

test("who stands alone, without a record of its plan, is superseded by nobody", async () => {
  const live = await candidate(forge);
  await live.close("success", "released");
  const alone = await candidate(forge);
  expect(await alone.enter("deploy-web", { release: "production-20261122-unplanned" })).toBeDefined();
});
