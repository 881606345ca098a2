import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { refProblem } from "../../../cli/doctor/checks/calls.ts";
import { workflowChecks } from "../../../cli/doctor/checks/workflows.ts";
import { namesOf, secretFor, secretInputs } from "../../../cli/doctor/secrets.ts";
import { targetOf } from "../../../cli/doctor/target.ts";
import { parseConfig } from "../../../kit/config/config.ts";
import { specs } from "../../../scripts/specs.ts";
import { testWorld } from "../../support/test-world.ts";

const suite = resolve(import.meta.dirname, "../../..");
const rollout = `migrate: {}
deploy-functions: { functions: [hello], verify-jwt: false }
deploy-web: { host: vercel }
purge-cdn: { cdn: cloudflare, paths: ["/"] }
targets: { production: { zone: z }, staging: { purge-cdn: { cdn: none } } }
`;
const targets = ["production", "staging"].map((name) =>
  targetOf(name, parseConfig(rollout, "rollout.yml", name, specs), {}, true),
);

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  await mkdir(join(root, ".github/workflows"), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

/** What is told of these workflows, as `state: says` and the fix. */
async function told(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  for (const [name, text] of Object.entries(files))
    await writeFile(join(root, ".github/workflows", name), text);
  const world = await testWorld({ root: join(root, "app") });
  const [check] = workflowChecks(targets);
  const answer = await check?.ask(world);
  return (answer?.told ?? []).map(({ state, what, says, fix = "" }) => `${state} ${what}: ${says} | ${fix}`);
}

const shipped = (name: string): Promise<string> => readFile(join(suite, "examples/workflows", name), "utf8");

test("the callers that are shipped are as they should be, also from a folder inside of the repository", async () => {
  const all = await told({
    "release.yml": await shipped("merge-to-main.yml"),
    "both.yml": await shipped("staging-then-production.yml"),
    "one.yml": await shipped("one-job.yml"),
  });
  expect(all.length).toBeGreaterThanOrEqual(4);
  expect(all.filter((line) => !line.startsWith("ok "))).toEqual([]);
});

test("a caller that grants or forwards too little, or names no target of the file, fails with what to write", async () => {
  const all = await told({
    "release.yml": `jobs:
  rollout:
    permissions: { contents: read, deployments: read }
    uses: prism-rollout/prism-rollout/.github/workflows/rollout.yml@v1
    with: { target: prodution }
    secrets: { DATABASE_URL: x, SUPABASE_ACCESS_TOKEN: x }
`,
  });
  expect(all).toEqual([
    expect.stringMatching(
      /^fail release\.yml, job rollout: does not grant .*deployments: write.*\| Write into the job: permissions: \{/,
    ),
    "fail release.yml, job rollout: releases to prodution, which rollout.yml does not have | Use one of: production, staging.",
    expect.stringMatching(
      /does not forward HOST_TOKEN, CDN_TOKEN: .*HOST_TOKEN: \$\{\{ secrets\.HOST_TOKEN \}\}/,
    ),
  ]);
});

test("a target without a CDN needs no token of one; the workflow's own permissions count, and so does inherit", async () => {
  const given = "DATABASE_URL: x, SUPABASE_ACCESS_TOKEN: x, HOST_TOKEN: x";
  const all = await told({
    "release.yml": `permissions: write-all
jobs:
  a: { uses: prism-rollout/prism-rollout/.github/workflows/rollout.yml@v1, with: { target: staging }, secrets: { ${given} } }
  b: { uses: a-fork/prism-rollout/.github/workflows/rollout.yml@v1, with: { target: production }, secrets: inherit }
`,
  });
  expect(all).toEqual([expect.stringMatching(/^ok .*job a/), expect.stringMatching(/^ok .*job b/)]);
});

test("a workflow that is no YAML, or none of ours, or no workflow at all, is told and breaks nothing", async () => {
  const all = await told({
    "a.yml": "jobs: [",
    "b.yml": "just a text",
    "c.yml": "jobs: { x: { steps: [1, { uses: 7 }] } }",
  });
  expect(all).toEqual([
    expect.stringMatching(/^warn a\.yml: cannot be read: /),
    expect.stringMatching(/^warn \.github\/workflows: no workflow uses prism-rollout/),
  ]);
});

test.each([
  ["v1", "0.1.0", undefined],
  ["v1", "1.4.0", undefined],
  ["3d3c42e5aac5ba805825da76410c181273ba90b1", "1.0.0", undefined],
  ["v1.2.0", "1.4.0", "uses v1.2.0, this package is 1.4.0"],
  ["v1", "2.0.0", "uses v1, this package is 2.0.0"],
  ["v2", "1.0.0", "uses v2, but this package is 1.0.0"],
  ["main", "1.0.0", "follows main"],
])("%s beside package %s", (ref, own, says) => {
  const found = refProblem(ref, own)?.says;
  if (says === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(says);
});

test("the secrets of inputs are those that the workflow passes on", async () => {
  const text = await readFile(join(suite, ".github/workflows/rollout.yml"), "utf8");
  const passed = [...text.matchAll(/^ +([\w-]+): \$\{\{ secrets\.(\w+) \}\}$/gm)].map(
    ([, input, name]) => `${input} ${name}`,
  );
  expect([...new Set(passed)].sort()).toEqual(
    [...secretInputs].map(([input, name]) => `${input} ${name}`).sort(),
  );
  const { on } = parse(text) as { on: { workflow_call: { secrets: Record<string, unknown> } } };
  expect([...secretInputs.values()].sort()).toEqual(Object.keys(on.workflow_call.secrets).sort());
});

test("a target's own secret goes before the one of all, and a database is never another target's", () => {
  const env = { HOST_TOKEN: "all", PRE_PROD_HOST_TOKEN: "own", DATABASE_URL: "whose?" };
  expect(secretFor("host-token", env, "pre-prod", true)).toBe("own");
  expect(secretFor("host-token", env, "production", true)).toBe("all");
  expect(secretFor("database-url", env, "production", true)).toBe("");
  expect(secretFor("database-url", env, "production", false)).toBe("whose?");
  expect(namesOf("DATABASE_URL", "", false)).toEqual(["DATABASE_URL"]);
});
