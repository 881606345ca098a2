import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { halt, resume } from "../../../../kit/release/standing/halt.ts";
import { gatedPhases } from "../../../../kit/release/phases.ts";
import { candidate } from "../../../support/at-the-door.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";

let forge: GithubWorld;
beforeEach(async () => {
  forge = await githubWorld({ deployments: "write", actions: "read", contents: "read" });
});
afterEach(() => forge.standIn.close());

const because = (release: string) =>
  ({
    schema: "prism-rollout/halt@1",
    release,
    commit,
    reason: "smoke says fail",
    at: "2026-11-22T12:00:00Z",
  }) as const;

test.each(gatedPhases)(
  "after the gate of %s a release is refused when the one before it has halted the target meanwhile",
  async (phase) => {
    const waits = await candidate(forge);
    await halt(forge.github, "production", because("production-20261121-0123456789ab-7"));
    await expect(waits.enter(phase)).rejects.toMatchObject({
      code: "PR207",
      message: expect.stringContaining("production is halted since"),
    });
    expect(waits.world.emitted["started"]).toBeUndefined();
    await resume(forge.github, "production", { actor: "ada" }, "it was the network");
    expect(await waits.enter(phase)).toBeDefined();
  },
);

test("a release that was held itself may be run again, and one on another commit is not meant", async () => {
  const held = await candidate(forge);
  await halt(forge.github, "production", because(held.release));
  expect(await held.enter("migrate")).toBeDefined();
  const other = "9".repeat(40);
  forge.standIn.change((state) => void Object.assign(state.commits, { [other]: [] }));
  const run = await forge.another();
  const elsewhere = await candidate(forge, { ...run, context: { ...run.context, sha: other } });
  forge.standIn.runs.finish(Number(held.context.runId), "failure");
  expect(await elsewhere.enter("migrate")).toBeDefined();
});
