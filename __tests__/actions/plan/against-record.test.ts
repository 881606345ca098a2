import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { inspectWanted } from "../../../kit/parts/functions/declared/inspect-wanted.ts";
import { json } from "../../../kit/parts/functions/plan-functions.ts";
import type { Json } from "../../../kit/release/canonical.ts";
import { complete, intend, type Intent } from "../../../kit/release/record/receipt.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { builtSite } from "../../support/built-site.ts";
import { type GithubWorld, commit, githubWorld } from "../../support/github-world.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";
import { planPullRequest, sample, sampleConfig } from "./stranger.ts";

let forge: GithubWorld;
let trap: Awaited<ReturnType<typeof serveLoopback>>;
beforeEach(async () => {
  forge = await githubWorld({ deployments: "write", actions: "read" });
  trap = await serveLoopback((_, response) => response.end("{}"));
});
afterEach(async () => {
  await Promise.all([forge.standIn.close(), trap.close()]);
});

const release = `production-20261122-${commit.slice(0, 12)}-1`;
const slugs = ["finalizeAssessment", "get-results-by-session", "score_prism", "score_fc_session"];

async function functionsAsTheyAre(): Promise<Record<string, Json>> {
  const inputs = {
    functions: slugs,
    functionsDirectory: "supabase/functions",
    verifyJwt: false,
    importMap: undefined,
    staticFiles: {},
  };
  const wanted = await inspectWanted(inputs, { root: sample, env: { GITHUB_WORKSPACE: sample } });
  return Object.fromEntries(wanted.map(({ slug, state }) => [slug, json(state)]));
}

/** The record as a release leaves it that has made `changes`; its rollout.yml was `config`. */
async function released(
  changes: readonly Pick<Intent, "phase" | "component" | "before" | "intended">[],
  config: string,
): Promise<void> {
  const record = githubRecord(forge.github, "production", commit);
  const digests = {};
  const manifest = {
    schema: "prism-rollout/manifest@1",
    target: "production",
    runUrl: "",
    artifact: null,
  } as const;
  await record.open({ ...manifest, release, commit, digests });
  for (const change of changes) {
    const receipt = intend({ release, attempt: 1, approvedBy: [], ...change }, undefined);
    await record.complete(await record.intend(receipt), complete(receipt, "done"));
  }
  await record.close(release, "success", "released");
  forge.standIn.change((state) => void (state.files[commit] = { "rollout.yml": config }));
}

const migrated = {
  phase: "migrate",
  component: "0009",
  before: { head: "0008" },
  intended: { version: "0009", sha256: "a" },
} as const;

test("a fork's commit is compared with the record: ledger, functions and web, with a token that only reads", async () => {
  const site = await builtSite();
  const live = await functionsAsTheyAre();
  const { score_prism: _, ...others } = live;
  await released(
    [
      migrated,
      {
        phase: "deploy-functions",
        component: "functions",
        before: {},
        intended: {
          ...others,
          score_prism: {
            digest: "old",
            settings: { verifyJwt: true, entrypoint: "index.ts", importMap: null },
          },
        },
      },
      {
        phase: "deploy-web",
        component: "web",
        before: null,
        intended: { deployment: "d1", marker: "before" },
      },
    ],
    await sampleConfig(),
  );
  const before = forge.standIn.state().deployments.length;
  const { report, outputs, made } = await planPullRequest({
    forge,
    config: await sampleConfig(),
    with: { artifact: site.folder },
  });
  expect(report.verdict).toBe("pass");
  expect(report.reason).toBe(
    "Planned against the record, not against what is live: 4 of 4 phases would have work on production.",
  );
  expect(report.next).toContain("Nobody can approve this plan");
  expect(report.evidence).toContain(
    `the record's live release is ${release} (commit ${commit.slice(0, 12)})`,
  );
  const says = Object.fromEntries(made.parts.map((part) => [part.phase, part.says]));
  expect(says).toMatchObject({
    migrate: [
      "apply 0010 insights_in_order",
      "apply 0011 insights_policy",
      "apply 0012 get_results_with_insights",
      "1 warning of the judge: see the details",
    ],
    "deploy-functions": [
      "score_prism: new source",
      "score_prism: security change: verify_jwt goes from true to false, so anybody may call it",
    ],
    "deploy-web": [`vercel prj_prism: before becomes ${site.artifact.marker}`],
  });
  expect(made.base).toBe(release);
  expect(outputs).toMatchObject({ work: "none", "migrate-work": "none", "deploy-web-work": "none" });
  expect(outputs).not.toHaveProperty("release");
  expect(outputs).not.toHaveProperty("migrate-digest");
  expect(forge.standIn.state().deployments).toHaveLength(before);
});

test("what the record has already is no work", async () => {
  const site = await builtSite();
  const newest = { ...migrated, component: "0012", intended: { version: "0012", sha256: "a" } };
  await released(
    [
      newest,
      { phase: "deploy-functions", component: "functions", before: {}, intended: await functionsAsTheyAre() },
      {
        phase: "deploy-web",
        component: "web",
        before: null,
        intended: { deployment: "d1", marker: site.artifact.marker },
      },
    ],
    await sampleConfig(),
  );
  const { report } = await planPullRequest({
    forge,
    config: await sampleConfig(),
    with: { artifact: site.folder },
  });
  expect(report.reason).toContain("0 of 4 phases would have work");
  const titles = (report.tables ?? []).map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith("Configuration"))).toEqual([]);
});

test("a fork that edits rollout.yml sends no token anywhere: not one request leaves but to GitHub, and the change is shown", async () => {
  const config = await sampleConfig();
  await released([migrated], config);
  const edited = config
    .replace(
      "    gates: { migrate: reviewers, deploy-functions: reviewers, deploy-web: reviewers }",
      `    gates: none
    supabase-api-url: ${trap.url}
    functions-url: ${trap.url}/functions
    host-api-url: ${trap.url}
    cdn-api-url: ${trap.url}`,
    )
    .replace("origins: [prism.example.com]", `origins: ["${trap.url}"]`);
  expect(edited).not.toBe(config);
  const tokens = {
    "database-url": trap.url.replace("http:", "postgresql:"),
    "supabase-access-token": "sbp_0123456789abcdef0123456789abcdef01234567",
    "host-token": "a-host-token",
    "protection-bypass": "a-bypass",
  };
  for (const given of [{}, tokens]) {
    const { report } = await planPullRequest({ forge, config: edited, with: given });
    const table = report.tables?.find(({ title }) => title.startsWith("Configuration"));
    expect(table?.rows).toEqual(
      expect.arrayContaining([
        ["targets.production.gates", "(not there)", "none"],
        ["targets.production.gates.migrate", "reviewers", "(not there)"],
        ["targets.production.supabase-api-url", "(not there)", trap.url],
        ["targets.production.host-api-url", "(not there)", trap.url],
      ]),
    );
    expect(report.evidence).toContainEqual(
      expect.stringMatching(/^configuration: \d+ settings of rollout\.yml differ/),
    );
  }
  expect(trap.asked).toEqual([]);
});

test("without a record everything is planned as far as the files tell, and what is not known is said", async () => {
  const { report, made } = await planPullRequest({ forge, config: await sampleConfig() });
  expect(report.evidence).toContain("the record knows no release that is live here");
  expect(made.parts[0]?.says).toHaveLength(5);
  expect(made.parts.flatMap(({ unverified }) => unverified)).toEqual(
    expect.arrayContaining([
      "the record has no migration: which of these files are applied already cannot be told",
      "the record has no change of score_prism: it is new, or was never changed by this suite",
      "there is no built site: `artifact` is not given",
    ]),
  );
});

test("the judge refuses a fork's migration as it refuses any", async () => {
  const files = { "supabase/migrations/0013_tidy.sql": "drop table public.profiles;\n" };
  const asked = planPullRequest({ forge, config: await sampleConfig(), files });
  await expect(asked).rejects.toMatchObject({
    code: "PR412",
    message: expect.stringContaining("0013_tidy.sql:1:1"),
  });
});

test("dependabot aside, a pull request of the repository itself is planned against what is live, and needs its secrets", async () => {
  const own = planPullRequest({ forge, config: await sampleConfig(), from: "acme/prism" });
  await expect(own).rejects.toMatchObject({ code: "PR104" });
  const told = await planPullRequest({
    forge,
    config: await sampleConfig(),
    from: "acme/prism",
    with: { against: "record" },
  });
  expect(told.report.reason).toContain("against the record");
});
