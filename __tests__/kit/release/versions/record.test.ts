import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { atWork } from "../../../../kit/release/standing/at-work.ts";
import { refuseHalted } from "../../../../kit/release/standing/halt.ts";
import { takeLease } from "../../../../kit/release/standing/lease.ts";
import { create, githubRecord, recordEnvironment, setStatus } from "../../../../kit/release/record/record.ts";
import { recordedLive } from "../../../../kit/release/record/recorded-live.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";
import { firstForm } from "./forms.ts";

let world: GithubWorld;
beforeEach(async () => {
  world = await githubWorld();
});
afterEach(() => world.standIn.close());

const target = "production";
const newer = expect.objectContaining({
  code: "PR106",
  message: expect.stringMatching(/^Deployment \d+ of the record is prism-rollout\/[a-z]+@2: a newer version/),
});

/** What a version to come has written into the record. */
async function written(kind: "lease" | "halt" | "receipt" | "manifest", state: string): Promise<number> {
  const payload = { ...(await firstForm(kind)), schema: `prism-rollout/${kind}@2` };
  const task = kind === "manifest" ? "rollout" : `rollout-${kind}`;
  const environment = kind === "manifest" ? target : recordEnvironment(target);
  const id = await create(world.github, { environment, ref: commit, task, payload });
  await setStatus(world.github, id, state, "said by a newer version");
  return id;
}

function take(): Promise<void> {
  const { github, context } = world;
  const { runId, runUrl } = context;
  return takeLease(github, context, target, {
    schema: "prism-rollout/lease@1",
    release: "r1",
    runId,
    runUrl,
  });
}

test("a target that a newer version holds is not taken, and not looked away from; one that it has given back is", async () => {
  const id = await written("lease", "in_progress");
  await expect(take()).rejects.toEqual(newer);
  await expect(atWork(world.github, target)).rejects.toEqual(newer);
  await setStatus(world.github, id, "inactive", "ended");
  expect(await atWork(world.github, target)).toBeUndefined();
  await take();
});

test("a halt of a newer version halts; one that was lifted does not", async () => {
  const id = await written("halt", "failure");
  await expect(refuseHalted(world.github, target, commit)).rejects.toEqual(newer);
  await setStatus(world.github, id, "inactive", "resumed by ada: mended");
  await refuseHalted(world.github, target, commit);
});

test.each([
  ["receipts of a release", () => githubRecord(world.github, target, commit).receipts("r1")],
  ["what is live by the receipts", () => recordedLive(world.github, target, ["hello"])],
])("%s: what a newer version did is not left out", async (_, ask) => {
  await written("receipt", "success");
  await expect(ask()).rejects.toEqual(newer);
});

test("a release that a newer version has planned is not taken for none", async () => {
  await written("manifest", "success");
  await expect(githubRecord(world.github, target, commit).live()).rejects.toEqual(newer);
});
