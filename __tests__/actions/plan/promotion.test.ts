import { afterEach, beforeEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import { judge } from "../../../actions/plan/promotion/checks.ts";
import type { Check } from "../../../actions/plan/promotion/look-at-checks.ts";
import { fits } from "../../../actions/plan/promotion/place.ts";
import { judgePromotion } from "../../../actions/plan/promotion/promotion.ts";
import type { RunContext } from "../../../kit/ports/github.ts";
import type { GithubCheck } from "../../../rehearsal/stand-ins/github/state.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { type GithubWorld, commit, githubWorld } from "../../support/github-world.ts";
import { testWorld } from "../../support/test-world.ts";

const permissions = {
  deployments: "write",
  actions: "read",
  contents: "read",
  checks: "read",
  statuses: "read",
};
const unmerged = "b".repeat(40);

let forge: GithubWorld;
beforeEach(async () => {
  forge = await githubWorld(permissions);
  forge.standIn.change(({ commits, branches }) => {
    commits[unmerged] = { parents: [commit], message: "a branch of ada's", author: "ada", date: 0 };
    branches["feature/x"] = unmerged;
  });
});
afterEach(() => forge.standIn.close());

const rules = { target: "production", releaseRefs: [], requiredChecks: [], checksWait: 0 };
const byHand = { event: "workflow_dispatch", ref: "refs/heads/main" };

async function judged(
  of: Partial<RunContext>,
  given: Partial<typeof rules> | object = {},
  onSleep?: () => void,
) {
  const context = { ...forge.context, ...byHand, ...of };
  const clock = fakeClock(0);
  const sleep: typeof clock.sleep = async (ms, signal) => {
    onSleep?.();
    await clock.sleep(ms, signal);
  };
  const world = await testWorld({ context, clock: { ...clock, sleep }, env: { GITHUB_SHA: context.sha } });
  return await judgePromotion(forge.github, { ...rules, ...given }, world);
}

function check(name: string, said: Partial<GithubCheck> & { readonly sha?: string } = {}): void {
  const { sha = commit, ...more } = said;
  forge.standIn.change((state) => {
    state.sequence += 1;
    const id = state.sequence;
    (state.checks[sha] ??= []).push({
      id,
      suite: id,
      name,
      status: "completed",
      conclusion: "success",
      startedAt: 0,
      ...more,
    });
  });
}

test("a commit that nobody has merged is refused, and where it would have to be is said", async () => {
  await expect(judged({ sha: unmerged, ref: "refs/heads/feature/x" })).rejects.toMatchObject({
    code: "PR215",
    message: expect.stringMatching(
      /^bbbbbbbbbbbb is not on main, from where production is released \(the run is on refs\/heads\/feature\/x\)\. Nothing was changed\.$/,
    ),
    fix: expect.stringContaining("`release-refs`"),
  });
});

test("a red commit is refused with each check that failed", async () => {
  check("lint");
  check("test", { conclusion: "failure" });
  check("e2e", { conclusion: "timed_out" });
  await expect(judged({})).rejects.toMatchObject({
    code: "PR216",
    message: expect.stringMatching(
      /^2 of 3 checks of 0123456789ab are red: test \(failure\), e2e \(timed_out\)\./,
    ),
  });
});

test("a green commit of the default branch passes; skipped and neutral are no failure, older statuses count", async () => {
  for (const conclusion of ["success", "skipped", "neutral"] as const) check(conclusion, { conclusion });
  forge.standIn.change(({ statuses }) => void (statuses[commit] = [{ context: "old-ci", state: "success" }]));
  expect(await judged({})).toEqual(["0123456789ab is on main", "4 of 4 checks of the commit are green"]);
  forge.standIn.change(({ statuses }) => void (statuses[commit] = [{ context: "old-ci", state: "failure" }]));
  await expect(judged({})).rejects.toMatchObject({ message: expect.stringContaining("old-ci (failure)") });
});

test("a push to the default branch costs one question, and its checks have only begun: those named are asked for", async () => {
  check("test", { status: "in_progress", conclusion: null });
  const asked = forge.standIn.requests.length;
  expect(await judged({ event: "push" })).toEqual(["0123456789ab is on main"]);
  expect(forge.standIn.requests.length - asked).toBe(1);
  await expect(judged({ event: "push" }, { requiredChecks: ["test"] })).rejects.toMatchObject({
    code: "PR216",
  });
});

test("an older commit of the branch, chosen by hand, is looked for on it; one that was force-pushed away is not there", async () => {
  const newer = "c".repeat(40);
  forge.standIn.change(({ commits, branches }) => {
    commits[newer] = { parents: [commit], message: "newer", author: "ada", date: 0 };
    branches["main"] = newer;
  });
  const chosen = { ...forge.context, ...byHand };
  const world = await testWorld({ context: chosen, env: { GITHUB_SHA: newer } });
  expect(await judgePromotion(forge.github, rules, world)).toContain("0123456789ab is on main");
  forge.standIn.change(({ commits }) => {
    commits[newer] = { parents: [], message: "another history", author: "ada", date: 0 };
  });
  await expect(judgePromotion(forge.github, rules, world)).rejects.toMatchObject({ code: "PR215" });
});

test.each([
  [["main", "refs/tags/v*"], "refs/tags/v1.2.0"],
  [["main", "feature/*"], "refs/heads/feature/x"],
  [["**"], "refs/heads/feature/x"],
  [["main", "feature/x"], "refs/heads/other"],
])(
  "release-refs %j lets through what the run is on, or what such a branch contains (%s)",
  async (releaseRefs, ref) => {
    expect(await judged({ sha: unmerged, ref }, { releaseRefs })).toHaveLength(2);
  },
);

test("what the branch requires is asked for, by rulesets and by old protection; what nobody requires may be red", async () => {
  forge.standIn.change(({ rules: byRules, protections }) => {
    byRules["main"] = ["test"];
    protections["main"] = ["lint"];
  });
  check("test");
  check("experiment", { conclusion: "failure" });
  await expect(judged({})).rejects.toMatchObject({
    code: "PR216",
    message: expect.stringMatching(/^1 of 2 checks of 0123456789ab is not done: lint \(never reported\)/),
    fix: expect.stringContaining("`required-checks`"),
  });
  check("lint");
  expect(await judged({})).toContain("2 of 2 checks of the commit are green");
  check("lint", { conclusion: "failure" });
  await expect(judged({})).rejects.toMatchObject({ message: expect.stringContaining("lint (failure)") });
  expect(await judged({}, { requiredChecks: ["none"] })).toEqual([
    "0123456789ab is on main; no checks are required of it",
  ]);
});

test("a check that is run again counts by its last end", async () => {
  check("test", { suite: 7, conclusion: "failure" });
  check("test", { suite: 7 });
  expect(await judged({})).toContain("1 of 1 checks of the commit are green");
});

test("a running check is waited for, up to the deadline, and named", async () => {
  check("test", { status: "in_progress", conclusion: null });
  const end = (): void =>
    forge.standIn.change(({ checks }) => {
      Object.assign(checks[commit]?.[0] ?? {}, { status: "completed", conclusion: "success" });
    });
  await expect(judged({}, { checksWait: 60_000 })).rejects.toMatchObject({
    code: "PR216",
    message: expect.stringContaining("test (in_progress)"),
  });
  expect(await judged({}, { checksWait: 60_000 }, end)).toContain("1 of 1 checks of the commit are green");
});

test("what releases report says nothing of the commit: this run, another one of its workflow, one of the same chain", async () => {
  const chain = "prism-rollout/prism-rollout/.github/workflows/rollout.yml@v1";
  const open = (path: string, calls: readonly string[]) =>
    forge.standIn.runs.open({
      name: "r",
      path,
      event: "push",
      sha: commit,
      branch: "main",
      actor: "bob",
      calls,
    });
  const own = open(".github/workflows/promote.yml", [chain]);
  const earlier = open(".github/workflows/promote.yml", []);
  const byPush = open(".github/workflows/merge.yml", [chain.replace("@v1", "@v2")]);
  for (const run of [own, earlier, byPush])
    check(`rollout / plan ${run}`, { run, status: "in_progress", conclusion: null });
  check("rollout / migrate", { run: earlier, conclusion: "failure" });
  check("test", { run: open(".github/workflows/ci.yml", []) });
  expect(await judged({ runId: String(own) })).toContain("1 of 1 checks of the commit are green");
});

test("where checks may not be read, the missing permission is named: nothing is taken for green", async () => {
  const poor = await githubWorld({ deployments: "write", actions: "read", contents: "read" });
  const context = { ...poor.context, ...byHand };
  const world = await testWorld({ context, env: {} });
  await expect(judgePromotion(poor.github, rules, world)).rejects.toMatchObject({
    code: "PR302",
    fix: expect.stringMatching(/`checks: read`|`statuses: read`/),
  });
  await poor.standIn.close();
});

const anyCheck = fc.record({
  name: fc.constantFrom("a", "b", "c"),
  is: fc.constantFrom<Check["is"]>("green", "running", "red"),
  said: fc.constant("said"),
  run: fc.constant(undefined),
});

test("green is only what is reported, and by nobody otherwise", () => {
  fc.assert(
    fc.property(fc.array(anyCheck), fc.uniqueArray(fc.constantFrom("a", "b", "z")), (all, required) => {
      const { green, red, open } = judge(all, required);
      const names = required.length > 0 ? required : [...new Set(all.map(({ name }) => name))];
      expect(green + red.length + open.length).toBe(names.length);
      const isGreen = (name: string): boolean =>
        all.some((one) => one.name === name) && all.every((one) => one.name !== name || one.is === "green");
      expect(green).toBe(names.filter(isGreen).length);
    }),
  );
});

test("a pattern is taken as GitHub takes those of branch policies: a star stays within one segment", () => {
  expect(fits("release/*", "refs/heads/release/1")).toBe(true);
  expect(fits("release/*", "refs/heads/release/1/2")).toBe(false);
  expect(fits("release/**", "refs/heads/release/1/2")).toBe(true);
  expect(fits("v1.0", "refs/heads/v1x0")).toBe(false);
  expect(fits("main", "refs/tags/main")).toBe(false);
  expect(fits("refs/tags/v?", "refs/tags/v1")).toBe(true);
  expect(fits("main", "")).toBe(false);
});
