import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { changesOf } from "../../../../kit/release/record/history.ts";
import { refuseHalted } from "../../../../kit/release/standing/halt.ts";
import { openJournal } from "../../../../kit/release/record/journal.ts";
import { lastChanges } from "../../../../kit/release/record/last-changes.ts";
import type { PhaseName } from "../../../../kit/release/phases.ts";
import { create, githubRecord } from "../../../../kit/release/record/record.ts";
import { refuseSuperseded } from "../../../../kit/release/standing/superseded.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";
import { recordingLog } from "../../../support/recording-log.ts";

let world: GithubWorld;
beforeEach(async () => {
  world = await githubWorld();
});
afterEach(() => world.standIn.close());

const day = 86_400_000;
const idOf = (daysAgo: number): string => {
  const date = new Date(Date.now() - daysAgo * day).toISOString().slice(0, 10).replaceAll("-", "");
  return `production-${date}-${commit.slice(0, 12)}-${1000 + daysAgo}`;
};

async function change(release: string, phase: PhaseName, component: string): Promise<void> {
  const record = githubRecord(world.github, "production", commit);
  const common = { attempt: 1, approvedBy: [], onChange: async () => {}, log: recordingLog() };
  const journal = await openJournal(record, { ...common, release, phase });
  await journal.change(component, { before: null, intended: null }, async () => null);
}

/** Receipts of another release, made quickly. */
async function others(release: string, count: number): Promise<void> {
  for (let seq = 1; seq <= count; seq += 1) {
    const payload = {
      schema: "prism-rollout/receipt@1",
      release,
      phase: "migrate",
      seq,
      component: `${seq}`,
    };
    const made = { environment: "production-record", ref: commit, task: "rollout-receipt", payload };
    await create(world.github, made);
  }
}

test("a release is found by its receipts whatever was recorded after it", async () => {
  await change(idOf(0), "deploy-web", "web");
  await others(idOf(1), 120);
  const found = await changesOf(world.github, "production", idOf(0));
  expect(found.map(({ receipt }) => receipt.component)).toEqual(["web"]);
}, 30_000);

test("what is older than a release is not read", async () => {
  await others(idOf(3), 120);
  world.standIn.change((state) => {
    for (const deployment of state.deployments)
      Object.assign(deployment, { createdAt: Date.now() - 3 * day });
  });
  await change(idOf(0), "deploy-web", "web");
  const asked = world.standIn.requests.length;
  expect(await changesOf(world.github, "production", idOf(0))).toHaveLength(1);
  expect(world.standIn.requests.length - asked).toBe(1);
}, 30_000);

test("a phase goes on counting where it ended, also when others came between", async () => {
  for (const phase of ["migrate", "deploy-functions", "migrate", "deploy-functions"] as const)
    await change(idOf(0), phase, phase);
  const receipts = await githubRecord(world.github, "production", commit).receipts(idOf(0));
  expect(receipts.map(({ phase, seq }) => `${phase}/${seq}`)).toEqual([
    "migrate/1",
    "deploy-functions/1",
    "migrate/2",
    "deploy-functions/2",
  ]);
});

const halfManifest = { schema: "prism-rollout/manifest@1", target: "production" };
const halfReceipt = { schema: "prism-rollout/receipt@1", release: idOf(0), phase: "deploy-web" };
const halfHalt = { schema: "prism-rollout/halt@1", release: 7, commit: null };
const strange = [
  "a text",
  "",
  null,
  42,
  ["rollout"],
  { release: idOf(0) },
  halfManifest,
  halfReceipt,
  halfHalt,
];
test.each(strange.map((payload) => [payload]))(
  "what others have written under our tasks (%j) is left out",
  async (payload) => {
    const { github } = world;
    const places = [
      ["production", "rollout"],
      ["production-record", "rollout-receipt"],
      ["production-record", "rollout-halt"],
    ] as const;
    for (const [environment, task] of places)
      await create(github, { environment, ref: commit, task, payload });
    const record = githubRecord(github, "production", commit);
    expect(await record.receipts(idOf(0))).toEqual([]);
    expect(await record.live()).toBeUndefined();
    expect(await record.unfinished(commit)).toBeUndefined();
    await record.close(idOf(0), "success", "released");
    await refuseSuperseded(github, "production", idOf(0));
    await refuseHalted(github, "production", commit);
    expect((await lastChanges(github, "production")).web).toBeUndefined();
  },
);

/** Releases that were planned after one another, and that nobody let go on. */
async function planned(releases: readonly string[]): Promise<void> {
  for (const release of releases) {
    const payload = { schema: "prism-rollout/manifest@1", release, target: "production", commit, runUrl: "" };
    await create(world.github, { environment: "production", ref: commit, task: "rollout", payload });
  }
}

const many = Array.from({ length: 120 }, (_, index) => idOf(0).replace(/\d+$/, `${5000 + index}`));

test("a release that waits behind a hundred newer ones is superseded by one of them that went live", async () => {
  await planned([idOf(1), ...many]);
  const { github } = world;
  await refuseSuperseded(github, "production", idOf(1));
  await githubRecord(github, "production", commit).close(many[3] ?? "", "success", "released");
  await expect(refuseSuperseded(github, "production", idOf(1))).rejects.toMatchObject({
    code: "PR205",
    message: expect.stringContaining(`${many[3]} has taken`),
  });
}, 30_000);

test("the release that is live is known behind a hundred that came to nothing", async () => {
  await planned([idOf(1)]);
  const record = githubRecord(world.github, "production", commit);
  await record.close(idOf(1), "success", "released");
  await planned(many);
  expect(await record.live()).toMatchObject({ release: idOf(1) });
}, 30_000);
