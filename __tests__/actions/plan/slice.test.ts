import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { plan } from "../../../actions/plan/plan.ts";
import { spec } from "../../../actions/plan/spec.ts";
import { halt } from "../../../kit/release/standing/halt.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { type GithubWorld, commit, githubWorld } from "../../support/github-world.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";

let forge: GithubWorld;
beforeEach(async () => {
  forge = await githubWorld({ deployments: "write", actions: "read", contents: "read" });
});
afterEach(() => forge.standIn.close());

async function planned(given: Readonly<Record<string, string>>, context = forge.context) {
  const changes = { context, github: async () => forge.github };
  const inputs = inputsFrom(spec.inputs, { target: "production", "github-token": "any", ...given });
  return (await plan(inputs, await testWorld(changes))).outputs;
}

const release = `production-20261122-${commit.slice(0, 12)}-1`;

async function earlier(): Promise<void> {
  await githubRecord(forge.github, "production", commit).open({
    schema: "prism-rollout/manifest@1",
    release,
    target: "production",
    commit,
    runUrl: "",
    artifact: null,
    digests: {},
  });
}

test.each(["smoke", "observe", "purge-cdn"])(
  "a slice from %s on has work, though all is deployed: an open release is neither checked nor closed yet",
  async (from) => {
    await earlier();
    expect(await planned({ "from-phase": from })).toMatchObject({ release, work: "some" });
  },
);

test("without an earlier run, nothing to deploy is nothing to do", async () => {
  expect(await planned({})).toMatchObject({ work: "none" });
  await expect(planned({ "from-phase": "smoke" })).rejects.toMatchObject({ code: "PR209" });
});

test("only one phase is that phase and what follows from it; a beginning beside it is refused", async () => {
  await expect(planned({ only: "deploy-web", "from-phase": "smoke" })).rejects.toMatchObject({
    code: "PR102",
  });
  expect(await planned({ only: "deploy-web" })).toMatchObject({
    slice: "deploy-web,purge-cdn,smoke,observe",
    "migrate-work": "none",
    "deploy-functions-work": "none",
    // Where the slice is lost on the way, nothing outside of it can begin.
    "migrate-digest": "",
    "deploy-functions-digest": "",
    "deploy-web-digest": expect.stringMatching(/./),
  });
  expect(await planned({ only: "migrate" })).toMatchObject({ slice: "migrate,smoke,observe" });
});

test("only deploy-web mends the commit before a halted one, and never the halted one itself", async () => {
  const bad = "b".repeat(40);
  forge.standIn.change(({ commits, branches }) => {
    commits[bad] = { parents: [commit], message: "breaks results", author: "ada", date: 0 };
    branches["main"] = bad;
  });
  const schema = "prism-rollout/halt@1";
  const because = { schema, release: `production-20261122-${bad.slice(0, 12)}-2`, commit: bad } as const;
  await halt(forge.github, "production", {
    ...because,
    reason: "smoke says fail",
    at: "2026-11-22T12:00:00Z",
  });
  expect(await planned({ only: "deploy-web" })).toMatchObject({
    slice: expect.stringContaining("deploy-web"),
  });
  const atBad = { ...forge.context, sha: bad };
  await expect(planned({ only: "deploy-web" }, atBad)).rejects.toMatchObject({ code: "PR207" });
});

test.each([
  [
    { drift: "true", only: "deploy-web", resume: "mended" },
    /^only, resume are given together with `drift: true`/,
  ],
  [{ drift: "commit", "from-phase": "smoke" }, /^from-phase is given together with `drift: commit`/],
  [
    { against: "record", "through-phase": "migrate" },
    /^through-phase is given together with `against: record`/,
  ],
])("%j contradicts itself: one message, before anything is looked at", async (given, message) => {
  const before = forge.standIn.requests.length;
  await expect(planned(given as Readonly<Record<string, string>>)).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringMatching(message),
  });
  expect(forge.standIn.requests).toHaveLength(before);
});
