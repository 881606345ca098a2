import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { admit } from "../../../actions/plan/admit.ts";
import { openReleases } from "../../../actions/plan/open-releases.ts";
import { plan } from "../../../actions/plan/plan.ts";
import { spec } from "../../../actions/plan/spec.ts";
import { halt } from "../../../kit/release/standing/halt.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { type Candidate, candidate } from "../../support/at-the-door.ts";
import { type GithubWorld, commit, githubWorld } from "../../support/github-world.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";

let forge: GithubWorld;
beforeEach(async () => {
  forge = await githubWorld({ deployments: "write", actions: "read", contents: "read" });
});
afterEach(() => forge.standIn.close());

const inputs = inputsFrom(spec.inputs, { target: "production", "github-token": "any" });

/** The world of a job in an attempt of this run. */
const attempt = (number: number) =>
  testWorld({ context: { ...forge.context, attempt: number }, github: async () => forge.github });

/** The release of this run, whose phases are entered in the second attempt. */
const inAttemptTwo = () => candidate(forge, { ...forge, context: { ...forge.context, attempt: 2 } });

/** The same, which was held, with its target halted. */
async function held(): Promise<Candidate> {
  const own = await inAttemptTwo();
  await own.close("failure", "held: deploy-functions was rejected");
  const reason = "deploy-functions was rejected";
  const at = "2026-11-22T12:00:00.000Z";
  await halt(forge.github, "production", {
    schema: "prism-rollout/halt@1",
    release: own.release,
    commit,
    reason,
    at,
  });
  return own;
}

test("the halt of a held release does not stop that release when its run is run again; a new run it does", async () => {
  await held();
  await expect(admit(inputs, "production", await attempt(2))).resolves.toBeDefined();
  await expect(admit(inputs, "production", await attempt(1))).rejects.toMatchObject({ code: "PR207" });
});

test("another release's halt stops it also when it is run again", async () => {
  const own = await candidate(forge, forge);
  await own.close("inactive", "stopped: migrate was rejected");
  const other = await candidate(forge);
  await halt(forge.github, "production", {
    schema: "prism-rollout/halt@1",
    release: other.release,
    commit,
    reason: "smoke says fail",
    at: "2026-11-22T12:00:00.000Z",
  });
  await expect(admit(inputs, "production", await attempt(2))).rejects.toMatchObject({ code: "PR207" });
});

test("where nothing is left to do, a run again would not lift the halt: it is refused, not told as released", async () => {
  await held();
  await expect(plan(inputs, await attempt(2))).rejects.toMatchObject({
    code: "PR207",
    message: expect.stringContaining("deploy-functions was rejected"),
  });
});

test("all jobs run again on another day go on with the same release", async () => {
  const own = await candidate(forge, forge);
  expect((await plan(inputs, await attempt(2))).outputs.release).toBe(own.release);
  expect((await plan(inputs, await attempt(1))).outputs.release).not.toBe(own.release);
});

test.each(["plan", "a phase"])(
  "a release that %s goes on with is open again: a newer run sees that it waits",
  async (how) => {
    const own = await held();
    const newer = await candidate(forge);
    const seen = () => openReleases(newer.github, "production", newer.release);
    expect(await seen()).toEqual([]);
    const run = Number(forge.context.runId);
    forge.standIn.runs.again(run, "bob");
    if (how === "plan") await candidate(forge, forge);
    else await own.enter("deploy-functions");
    forge.standIn.runs.job(run, "deploy-web", "waiting");
    expect(await seen()).toMatchObject([{ release: own.release, where: { is: "waiting" } }]);
  },
);

test("a release that is live stays so when a check of it is run again", async () => {
  const own = await inAttemptTwo();
  await own.close("success", "watching: observe has no verdict yet");
  await own.enter("deploy-functions");
  const live = await githubRecord(forge.github, "production", commit).live();
  expect(live?.release).toBe(own.release);
});
