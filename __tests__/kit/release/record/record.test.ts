import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openJournal } from "../../../../kit/release/record/journal.ts";
import { type Lease, takeLease } from "../../../../kit/release/standing/lease.ts";
import { chainProblems } from "../../../../kit/release/evidence/verify.ts";
import { type Manifest, githubRecord } from "../../../../kit/release/record/record.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";
import { recordingLog } from "../../../support/recording-log.ts";

let world: GithubWorld;
beforeEach(async () => {
  world = await githubWorld();
});
afterEach(() => world.standIn.close());

const manifest = (release: string): Manifest => ({
  schema: "prism-rollout/manifest@1",
  release,
  target: "production",
  commit,
  runUrl: "http://127.0.0.1/run",
  artifact: null,
  digests: { migrate: "abc" },
});

const lease = (release: string, runId: string): Lease => ({
  schema: "prism-rollout/lease@1",
  release,
  runId,
  runUrl: `http://127.0.0.1/runs/${runId}`,
});

const journalOf = {
  phase: "migrate",
  attempt: 1,
  approvedBy: ["ada"],
  onChange: async () => {},
  log: recordingLog(),
} as const;

test("a receipt is in the record before the change, and completed after it", async () => {
  const record = githubRecord(world.github, "production", commit);
  const journal = await openJournal(record, { ...journalOf, release: "r1" });
  const seen = await journal.change(
    "0008",
    { before: { head: "0007" }, intended: { version: "0008" } },
    async () => {
      const during = await record.receipts("r1");
      return { id: "0008", during: during.map(({ state }) => state) };
    },
  );
  expect(seen).toMatchObject({ during: ["intended"] });
  expect((await record.receipts("r1")).map(({ component, state }) => [component, state])).toEqual([
    ["0008", "done"],
  ]);
});

test("a change that throws leaves a failed receipt, and the next attempt goes on in the same chain", async () => {
  const record = githubRecord(world.github, "production", commit);
  const first = await openJournal(record, { ...journalOf, release: "r1" });
  await first.change("0008", { before: null, intended: "0008" }, async () => "0008");
  const broken = first.change("0009", { before: "0008", intended: "0009" }, async () => {
    throw new Error("lock timeout");
  });
  await expect(broken).rejects.toThrow("lock timeout");
  const again = await openJournal(record, { ...journalOf, release: "r1", attempt: 2 });
  await again.change("0009", { before: "0008", intended: "0009" }, async () => "0009");
  const receipts = again.receipts();
  expect(receipts.map(({ seq, attempt, state }) => [seq, attempt, state])).toEqual([
    [1, 1, "done"],
    [2, 1, "failed"],
    [3, 2, "done"],
  ]);
  expect(chainProblems(receipts)).toEqual([]);
});

test("the release that went live last is found by its manifest", async () => {
  const record = githubRecord(world.github, "production", commit);
  expect(await record.live()).toBeUndefined();
  for (const release of ["r1", "r2", "r3"]) await record.open(manifest(release));
  await record.close("r1", "success", "released");
  await record.close("r2", "success", "released");
  await record.close("r3", "failure", "held");
  expect(await record.live()).toMatchObject({ release: "r2" });
});

test("one release holds a target; another is told who, and where", async () => {
  await takeLease(world.github, world.context, "production", lease("r1", world.context.runId));
  const other = await world.another();
  await expect(
    takeLease(other.github, other.context, "production", lease("r2", other.context.runId)),
  ).rejects.toMatchObject({
    code: "PR204",
    message: expect.stringContaining(
      `production is held by r1 (http://127.0.0.1/runs/${world.context.runId})`,
    ),
  });
  await takeLease(world.github, world.context, "production", lease("r1", world.context.runId));
});

test("a lease whose run has ended is void", async () => {
  await takeLease(world.github, world.context, "production", lease("r1", world.context.runId));
  world.standIn.runs.finish(Number(world.context.runId), "failure");
  const other = await world.another();
  await takeLease(other.github, other.context, "production", lease("r2", other.context.runId));
});

test("of two releases that ask at once, exactly one holds the target", async () => {
  const other = await world.another();
  const results = await Promise.allSettled([
    takeLease(world.github, world.context, "production", lease("r1", world.context.runId)),
    takeLease(other.github, other.context, "production", lease("r2", other.context.runId)),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a token without the permission is refused with what to grant", async () => {
  const poor = await githubWorld({ deployments: "read", actions: "read" });
  const record = githubRecord(poor.github, "production", commit);
  await expect(record.open(manifest("r1"))).rejects.toMatchObject({
    code: "PR302",
    fix: expect.stringContaining("deployments: write"),
  });
  await poor.standIn.close();
});
