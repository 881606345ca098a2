import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { spec } from "../../../actions/plan/spec.ts";
import { lookAtGates } from "../../../actions/plan/look-at-gates.ts";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import { parseConfig } from "../../../kit/config/config.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { specs } from "../../../scripts/specs.ts";
import { type EnvironmentsWorld, environmentsWorld, sha } from "../../kit/release/environments/world.ts";
import { testWorld } from "../../support/test-world.ts";

const now = "b".repeat(40);
const gated = "{ migrate: reviewers, deploy-functions: reviewers, deploy-web: reviewers }";
const file = (gates: string, more = ""): string => `${more}targets:\n  production: { gates: ${gates} }\n`;

let github: EnvironmentsWorld;
beforeEach(async () => {
  const files = { [sha]: { "rollout.yml": file(gated) } };
  github = await environmentsWorld({ files, commits: { [sha]: [], [now]: [sha] }, branches: { main: now } });
});
afterEach(() => github.close());

/** Plan's look at the gates for a commit with this rollout.yml. */
async function look(
  text: string,
  { env = {}, token = true }: { env?: Record<string, string>; token?: boolean } = {},
) {
  const world = await testWorld({
    github: () => Promise.resolve(github.github),
    github_env: {
      GITHUB_REPOSITORY: "acme/app",
      GITHUB_SHA: now,
      GITHUB_REF: "refs/heads/main",
      GITHUB_ACTOR: "bob",
      GITHUB_API_URL: github.standIn.url,
      ...env,
    },
    env,
  });
  await writeFile(join(world.root, "rollout.yml"), text);
  const config = parseConfig(text, "rollout.yml", "production", specs);
  const get = (name: string): string => (name === "github-token" && token ? "t" : "");
  const inputs = readInputs(spec.name, spec.inputs, get, config);
  const section: typeof world.section = (name, declared) => readInputs(name, declared, get, config);
  return { rules: await lookAtGates(inputs, "production", { ...world, section }), log: world.log.lines };
}

/** Brings a release of the first commit live. */
async function goLive(): Promise<void> {
  const record = githubRecord(github.github, "production", sha);
  const schema = "prism-rollout/manifest@1";
  const rest = { target: "production", commit: sha, runUrl: "", artifact: null, digests: {} };
  await record.open({ schema, release: "r1", ...rest });
  await record.close("r1", "success", "released");
}

test("sound environments: the gates, what is declared, nothing to say", async () => {
  const { rules, log } = await look(file(gated));
  expect(rules.gates.map(({ phase, declared }) => `${phase} ${declared}`)).toEqual([
    "migrate reviewers",
    "deploy-functions reviewers",
    "deploy-web reviewers",
  ]);
  expect(rules).toMatchObject({ loosened: [], accepted: [], unverified: [] });
  expect(log).toEqual([]);
});

test("a release that takes its gates away is planned under the gates of the live one, and says so aloud", async () => {
  await goLive();
  const { rules, log } = await look(file("none"));
  expect(rules.gates).toHaveLength(3);
  expect(rules.gates.every(({ declared }) => declared === "reviewers")).toBe(true);
  expect(rules.declared).toEqual({});
  expect(log).toEqual([
    expect.stringContaining(
      "warning: This release loosens its own rules: the gate of migrate was reviewers, is none",
    ),
    expect.stringContaining("deploy-functions"),
    expect.stringContaining("deploy-web"),
  ]);
});

test("and where GitHub does not hold those gates any more, it is refused, with the reason", async () => {
  await goLive();
  github.edit("production-deploy-web", (one) => void (one.reviewers = []));
  await expect(look(file("none"))).rejects.toMatchObject({
    code: "PR201",
    message: expect.stringMatching(
      /deploy-web\) has no required reviewers[^]*the gate of deploy-web was reviewers, is none: reviewers still holds/,
    ),
  });
});

test("the weakness and its acceptance in one release are refused; accepted before, it is named in the plan", async () => {
  await goLive();
  github.edit("production-migrate", (one) => void (one.preventSelfReview = false));
  const accepting = file(gated, "plan: { accept: [self-review] }\n");
  await expect(look(accepting)).rejects.toMatchObject({
    code: "PR212",
    message: expect.stringContaining("accept: self-review is new: it does not hold for this release yet"),
  });
  github.standIn.change(({ files }) => void (files[sha] = { "rollout.yml": accepting }));
  const { rules } = await look(accepting);
  expect(rules.accepted).toEqual([
    expect.stringContaining("production-migrate (gates migrate) lets who started"),
  ]);
});

test("allow-bypass of one phase is about its gate only", async () => {
  github.edit("production-migrate", (one) => void (one.adminsBypass = true));
  const { rules } = await look(file(gated, "migrate: { allow-bypass: true }\n"));
  expect(rules.gates.map(({ bypass }) => bypass)).toEqual([true, false, false]);
  await expect(look(file(gated, "deploy-web: { allow-bypass: true }\n"))).rejects.toMatchObject({
    code: "PR212",
  });
});

test("without a token it is said that nobody can tell", async () => {
  const { rules, log } = await look(file(gated), { token: false });
  expect(rules.unverified).toEqual([expect.stringContaining("nobody can tell whether they are there")]);
  expect(log).toEqual([expect.stringMatching(/^warning: Gates are declared, but without github-token/)]);
});

test.each([
  ["https://github.acme.example", "https://github.acme.example/api/v3", 1],
  ["https://github.com", "https://api.github.com", 0],
  ["https://acme.ghe.com", "https://api.acme.ghe.com", 0],
])(
  "on %s the plan says in one sentence whether the reusable workflow works there",
  async (server, api, count) => {
    const env = { GITHUB_SERVER_URL: server, GITHUB_API_URL: api };
    const { rules } = await look(file("none"), { env, token: false });
    expect(rules.unverified).toHaveLength(count);
    for (const line of rules.unverified) expect(line).toContain("examples/workflows/own-workflow.yml");
  },
);
