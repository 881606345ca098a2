import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { GitHub, RunContext } from "../../../../kit/ports/github.ts";
import { releaseLease, takeLease } from "../../../../kit/release/standing/lease.ts";
import { create } from "../../../../kit/release/record/record.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";

let world: GithubWorld;
beforeEach(async () => {
  world = await githubWorld();
});
afterEach(() => world.standIn.close());

type Run = { readonly github: GitHub; readonly context: RunContext };

function take({ github, context }: Run, release: string): Promise<void> {
  const { runId, runUrl } = context;
  return takeLease(github, context, "production", {
    schema: "prism-rollout/lease@1",
    release,
    runId,
    runUrl,
  });
}

test("a run that is run again after another took its void lease does not hold the target beside it", async () => {
  await take(world, "r1");
  world.standIn.runs.finish(Number(world.context.runId), "failure");
  const other = await world.another();
  await take(other, "r2");
  world.standIn.change(({ runs }) => {
    const run = runs.find(({ id }) => String(id) === world.context.runId);
    if (run) Object.assign(run, { status: "in_progress", conclusion: null, attempt: 2 });
  });
  await expect(take(world, "r1")).rejects.toMatchObject({
    code: "PR204",
    message: expect.stringContaining("held by r2"),
  });
  await take(other, "r2");
  await releaseLease(other.github, "production", "r2");
  await take(world, "r1");
});

test("who holds a target is known by a few questions, however many releases it had", async () => {
  for (let number = 1; number <= 30; number += 1) {
    await take(world, `r${number}`);
    await releaseLease(world.github, "production", `r${number}`);
  }
  const asked = world.standIn.requests.length;
  await take(world, "last");
  expect(world.standIn.requests.length - asked).toBeLessThan(8);
});

test("what lost, or was left by a run that ended, hides no holder", async () => {
  await take(world, "r1");
  for (const release of ["r2", "r3"]) {
    const other = await world.another();
    await expect(take(other, release)).rejects.toMatchObject({ code: "PR204" });
    await releaseLease(other.github, "production", release);
  }
  await expect(take(await world.another(), "r4")).rejects.toMatchObject({ code: "PR204" });
});

test.each([["a text"], [""], [null], [{ release: "r9" }], [42]])(
  "a lease that this suite did not write (%j) holds nobody up",
  async (payload) => {
    const made = { environment: "production-record", ref: commit, task: "rollout-lease", payload };
    await create(world.github, made);
    await take(world, "r1");
    await releaseLease(world.github, "production", "r1");
  },
);
