import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { clearTheWay } from "../../../actions/plan/admit.ts";
import { openReleases, sayOpen } from "../../../actions/plan/open-releases.ts";
import { spec } from "../../../actions/plan/spec.ts";
import { supersede } from "../../../actions/plan/supersede.ts";
import type { GitHub } from "../../../kit/ports/github.ts";
import { gatedPhases } from "../../../kit/release/phases.ts";
import { type Candidate, candidate, partOf } from "../../support/at-the-door.ts";
import { type GithubWorld, githubWorld } from "../../support/github-world.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { recordingLog } from "../../support/recording-log.ts";

let forge: GithubWorld;
beforeEach(async () => {
  forge = await githubWorld({ deployments: "write", actions: "write" });
});
afterEach(() => forge.standIn.close());

async function takeOver(by: Candidate, github: GitHub = by.github, log = recordingLog()) {
  const open = await openReleases(by.github, "production", by.release);
  return await supersede(by.github, github, { target: "production", release: by.release, open }, { log });
}

/** Puts a release before the gate of a phase, with what comes before it changed. */
async function waitingAt(phase: (typeof gatedPhases)[number]): Promise<Candidate> {
  const waits = await candidate(forge);
  for (const before of gatedPhases.slice(0, gatedPhases.indexOf(phase)))
    await waits.change(before, before === "migrate" ? "0008" : "functions");
  forge.standIn.runs.job(Number(waits.context.runId), phase, "waiting");
  return waits;
}

const runOf = ({ context }: Candidate) => forge.standIn.runs.find(Number(context.runId));
const last = ({ release }: Candidate) =>
  forge.standIn
    .state()
    .deployments.find(({ payload }) => JSON.stringify(payload).includes(`"${release}"`))
    ?.statuses.at(-1);

test.each(gatedPhases)(
  "a release that waits at %s yields: its run is cancelled, and whoever approves it is refused",
  async (phase) => {
    const waits = await waitingAt(phase);
    const newer = await candidate(forge);
    const said = await takeOver(newer);
    expect(said).toEqual([
      expect.stringMatching(new RegExp(`^${waits.release} waits .* its run is cancelled$`)),
    ]);
    expect(runOf(waits).cancelRequested).toBe(true);
    const changed = phase !== "migrate";
    expect(last(waits)).toMatchObject({
      state: changed ? "failure" : "inactive",
      description: `superseded by ${newer.release}`,
    });
    await expect(waits.enter(phase)).rejects.toMatchObject({
      code: "PR205",
      message: expect.stringContaining(`${newer.release} has taken production`),
    });
    expect(await newer.enter("migrate")).toBeDefined();
  },
);

test("one that has begun and only waits for its next runner is at work; one that has not begun yields", async () => {
  const begun = await candidate(forge);
  await begun.change("deploy-functions", "functions");
  forge.standIn.runs.job(Number(begun.context.runId), "deploy-web", "queued");
  const newer = await candidate(forge);
  await expect(takeOver(newer)).rejects.toMatchObject({
    code: "PR204",
    message: expect.stringContaining("waits for a runner"),
  });
  expect(await begun.enter("deploy-web")).toBeDefined();
  forge.standIn.runs.finish(Number(begun.context.runId), "failure");
  const fresh = await candidate(forge);
  forge.standIn.runs.job(Number(fresh.context.runId), "migrate", "queued");
  const another = await candidate(forge);
  expect((await takeOver(another)).join()).toContain(fresh.release);
});

test("a job that only calls the chain is not at work while all of that waits", async () => {
  const waits = await waitingAt("deploy-web");
  const run = Number(waits.context.runId);
  forge.standIn.runs.job(run, "release", "in_progress");
  forge.standIn.runs.job(run, "release / deploy-web", "waiting");
  expect(await takeOver(await candidate(forge))).toHaveLength(1);
});

test("a run that is at work is never touched", async () => {
  const works = await waitingAt("deploy-functions");
  forge.standIn.runs.job(Number(works.context.runId), "deploy-functions", "in_progress");
  const newer = await candidate(forge);
  await expect(takeOver(newer)).rejects.toMatchObject({
    code: "PR204",
    message: expect.stringMatching(
      /cannot be taken from .*it is at work in deploy-functions\. Nothing was changed/,
    ),
  });
  expect(runOf(works).cancelRequested).toBe(false);
  expect(await works.enter("deploy-functions")).toBeDefined();
});

test("one that is approved at that very moment goes on, and the newer one stands back", async () => {
  const waits = await waitingAt("deploy-functions");
  const newer = await candidate(forge);
  const open = await openReleases(newer.github, "production", newer.release);
  forge.standIn.runs.job(Number(waits.context.runId), "deploy-functions", "in_progress");
  const order = { target: "production", release: newer.release, open };
  await expect(supersede(newer.github, newer.github, order, { log: recordingLog() })).rejects.toMatchObject({
    code: "PR204",
  });
  expect(runOf(waits).cancelRequested).toBe(false);
  expect(await waits.enter("deploy-functions")).toBeDefined();
});

test("dying between any two of its steps leaves nothing that could go on, and the second try ends it", async () => {
  for (let dieAfter = 0; dieAfter < 12; dieAfter += 1) {
    const waits = await waitingAt("deploy-web");
    const newer = await candidate(forge);
    const dying = dyingAfter(newer.github, dieAfter);
    const open = await openReleases(newer.github, "production", newer.release);
    const order = { target: "production", release: newer.release, open };
    await supersede(dying, dying, order, { log: recordingLog() }).catch(() => undefined);
    const noted = last(waits)?.description === `superseded by ${newer.release}`;
    if (noted) await expect(waits.enter("deploy-web")).rejects.toMatchObject({ code: "PR205" });
    await takeOver(newer);
    expect(runOf(waits).cancelRequested).toBe(true);
    await expect(waits.enter("deploy-web")).rejects.toMatchObject({ code: "PR205" });
    forge.standIn.runs.finish(Number(waits.context.runId), "cancelled");
    await newer.close("success", "released");
  }
});

function dyingAfter(github: GitHub, writes: number): GitHub {
  let left = writes;
  return {
    request: async (route, parameters) => {
      if (left <= 0) throw new Error("the machine is gone");
      left -= 1;
      return await github.request(route, parameters);
    },
  };
}

test("without a token that may cancel, the run waits on: that is said, and it can change nothing", async () => {
  const waits = await waitingAt("deploy-web");
  const newer = await candidate(forge);
  const poor = await forge.another({ deployments: "write", actions: "read" });
  const log = recordingLog();
  expect(await takeOver(newer, poor.github, log)).toEqual([
    expect.stringContaining("its run waits on, and is refused when somebody approves it"),
  ]);
  expect(log.lines.join("\n")).toContain("`actions: write`");
  await expect(waits.enter("deploy-web")).rejects.toMatchObject({ code: "PR205" });
  expect(await newer.enter("migrate")).toBeDefined();
});

test("who waits, where and what that means is told; who has ended, or is older than what is live, is left out", async () => {
  const old = await waitingAt("migrate");
  const live = await candidate(forge);
  await live.close("success", "released");
  const ended = await candidate(forge);
  forge.standIn.runs.finish(Number(ended.context.runId), "failure");
  const holds = await waitingAt("deploy-web");
  const own = await candidate(forge);
  const lines = (await openReleases(own.github, "production", own.release)).map(sayOpen);
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^${holds.release} .*holds the target until it ends$`)),
  ]);
  expect(old.release).not.toBe(holds.release);
});

test("a run that only plans takes the target from nobody, whatever it was told", async () => {
  const waits = await waitingAt("migrate");
  const planning = await candidate(forge);
  const given = { "github-token": "any", supersede: "true", "through-phase": "plan" };
  const made = { target: "production", release: planning.release, parts: [partOf("migrate")], gates: [] };
  const said = await clearTheWay(inputsFrom(spec.inputs, given), made, planning.world);
  expect(said.join()).toContain(`${waits.release} `);
  expect(runOf(waits).cancelRequested).toBe(false);
  expect(await waits.enter("migrate")).toBeDefined();
});
