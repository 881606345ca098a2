import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Halt, halt, refuseHalted, resume } from "../../../../kit/release/standing/halt.ts";
import { type GithubWorld, commit as bad, githubWorld } from "../../../support/github-world.ts";

let world: GithubWorld;
beforeEach(async () => {
  world = await githubWorld({ deployments: "write", actions: "read", contents: "read" });
});
afterEach(() => world.standIn.close());

const sha = (letter: string): string => letter.repeat(40);
const because: Halt = {
  schema: "prism-rollout/halt@1",
  release: "production-20261122-012345678901-7",
  commit: bad,
  reason: "smoke says fail",
  at: "2026-11-22T12:00:00.000Z",
};

/** Commits one after the other on top of `from`, with these messages. */
function history(from: string, commits: readonly (readonly [letter: string, message: string])[]): void {
  world.standIn.change((state) => {
    let parent = from;
    for (const [letter, message] of commits) {
      state.commits[sha(letter)] = { parents: [parent], message, author: "ada", date: 0 };
      parent = sha(letter);
    }
  });
}

const refused = (commit: string): Promise<void> => refuseHalted(world.github, "production", commit);

test("a commit that contains the bad one is refused by its release, commit and reason; others pass", async () => {
  world.standIn.change(({ commits }) => {
    commits[sha("a")] = { parents: [], message: "root", author: "ada", date: 0 };
  });
  history(sha("a"), [["e", "another branch"]]);
  history(bad, [["b", "more of it"]]);
  await halt(world.github, "production", because);
  for (const commit of [bad, sha("b")]) {
    await expect(refused(commit)).rejects.toMatchObject({
      code: "PR207",
      message: expect.stringContaining(`${because.release} ended because smoke says fail`),
      fix: expect.stringContaining("git revert 0123456789ab"),
    });
  }
  await refused(sha("e"));
  await refuseHalted(world.github, "staging", bad);
});

test("a halt twice for one release is one halt; resume says who and why, and everything passes", async () => {
  await halt(world.github, "production", because);
  await halt(world.github, "production", because);
  const lifted = await resume(world.github, "production", { actor: "ada" }, "the CDN was at fault");
  expect(lifted).toEqual([because]);
  await refused(bad);
  const halts = world.standIn.state().deployments.filter(({ task }) => task === "rollout-halt");
  expect(halts).toHaveLength(1);
  expect(halts[0]?.statuses.at(-1)).toMatchObject({
    state: "inactive",
    description: "resumed by ada: the CDN was at fault",
  });
  expect(await resume(world.github, "production", { actor: "ada" }, "again")).toEqual([]);
});

test("a revert lets through what comes after it, and what comes before stays refused", async () => {
  history(bad, [
    ["b", "more of it"],
    ["c", `Revert "it"\n\nThis reverts commit ${bad}.`],
    ["d", "after the revert"],
  ]);
  await halt(world.github, "production", because);
  await expect(refused(sha("b"))).rejects.toMatchObject({ code: "PR207" });
  await refused(sha("c"));
  await refused(sha("d"));
});

test("a revert is found behind hundreds of other commits", async () => {
  world.standIn.change(({ commits }) => {
    let parent = bad;
    for (let number = 1; number <= 320; number += 1) {
      const next = number.toString(16).padStart(40, "0");
      const message = number === 310 ? `This reverts commit ${bad}.` : `${number}`;
      commits[next] = { parents: [parent], message, author: "ada", date: 0 };
      parent = next;
    }
  });
  await halt(world.github, "production", because);
  await expect(refused((305).toString(16).padStart(40, "0"))).rejects.toMatchObject({ code: "PR207" });
  await refused((320).toString(16).padStart(40, "0"));
});

test("what somebody else wrote under the same task halts nothing", async () => {
  world.standIn.change((state) => {
    state.deployments.push({
      id: 1,
      sha: bad,
      ref: bad,
      task: "rollout-halt",
      payload: "{ not json",
      environment: "production-record",
      description: null,
      transient: false,
      production: false,
      creator: "ada",
      createdAt: 0,
      updatedAt: 0,
      statuses: [],
    });
  });
  await refused(bad);
});
