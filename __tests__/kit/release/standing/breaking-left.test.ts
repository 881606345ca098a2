import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { groundOf } from "../../../../kit/release/standing/breaking-left.ts";
import { openJournal } from "../../../../kit/release/record/journal.ts";
import { type Manifest, githubRecord } from "../../../../kit/release/record/record.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";
import { recordingLog } from "../../../support/recording-log.ts";

let world: GithubWorld;
beforeAll(async () => {
  world = await githubWorld({ deployments: "write" });
});
afterAll(() => world.standIn.close());

const because = "0014 is allowed to lose data or break the live code";

async function ended(
  target: string,
  release: string,
  state: "success" | "failure" | "inactive",
  more: Partial<Manifest> & { readonly migrate?: "done" | "failed" } = {},
): Promise<void> {
  const { migrate, ...own } = more;
  const record = githubRecord(world.github, target, commit);
  const schema = "prism-rollout/manifest@1";
  await record.open({ schema, release, target, commit, runUrl: "", artifact: null, digests: {}, ...own });
  if (migrate !== undefined) {
    const of = { release, attempt: 1, approvedBy: [], onChange: async () => {}, log: recordingLog() };
    const journal = await openJournal(record, { ...of, phase: "migrate" });
    const work = (): Promise<string> =>
      migrate === "done" ? Promise.resolve("0014") : Promise.reject(new Error("no"));
    await journal.change("0014", { before: null, intended: "0014" }, work).catch(() => undefined);
  }
  await record.close(release, state, state);
}

test("a breaking migration of a release that was held, or rolled back, lies below what comes after it", async () => {
  await ended("a", "a-20261122-000000000001-1", "success", { noRollback: because, migrate: "done" });
  await ended("a", "a-20261122-000000000002-2", "failure", { noRollback: because, migrate: "done" });
  await ended("a", "a-20261122-000000000003-3", "inactive");
  expect(await groundOf(world.github, "a", "a-20261122-000000000004-4")).toMatchObject({
    live: { release: "a-20261122-000000000001-1" },
    noRollback: `${because} (a-20261122-000000000002-2)`,
  });
});

test("one that was not applied, is the release's own, or is below the live release does not count", async () => {
  await ended("b", "b-20261122-000000000001-1", "failure", { noRollback: because, migrate: "done" });
  await ended("b", "b-20261122-000000000002-2", "success");
  await ended("b", "b-20261122-000000000003-3", "failure", { noRollback: because, migrate: "failed" });
  await ended("b", "b-20261122-000000000004-4", "failure", { noRollback: because });
  await ended("b", "b-20261122-000000000005-5", "failure", { noRollback: because, migrate: "done" });
  expect(await groundOf(world.github, "b", "b-20261122-000000000005-5")).toMatchObject({
    live: { release: "b-20261122-000000000002-2" },
    noRollback: undefined,
  });
});

test("an empty record has nothing below", async () => {
  expect(await groundOf(world.github, "c", "any")).toEqual({ live: undefined, noRollback: undefined });
});
