import { afterAll, afterEach, expect, test } from "@jest/globals";
import { checksOf } from "../../actions/plan/promotion/look-at-checks.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { type GitHub, type RunContext, connectGitHub } from "../../kit/ports/github.ts";
import { auditEnvironments } from "../../kit/release/environments/audit.ts";
import { takeLease } from "../../kit/release/standing/lease.ts";
import { request } from "../kit/release/environments/world.ts";
import { builtSite } from "../support/built-site.ts";
import { fixtures as cdns } from "../support/cdns/fixtures.ts";
import { cdnStage } from "../support/cdns/stage.ts";
import { fixtures as dashboards } from "../support/dashboards/fixtures.ts";
import { commit, githubWorld } from "../support/github-world.ts";
import { netlify } from "../support/hosts/netlify.ts";
import { hostStage } from "../support/hosts/stage.ts";
import { vercel } from "../support/hosts/vercel.ts";
import { takingAway } from "../support/keep-permissions.ts";
import { liveRelease } from "../support/live-release.ts";
import { needsUntil } from "../support/needs-until.ts";
import { observeStage } from "../support/observe-stage.ts";
import { attempts, start } from "../support/observed-project.ts";

const { trying, keep } = takingAway();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(keep);

const granted = { deployments: "write", actions: "read", contents: "read", checks: "read", statuses: "read" };

const onGitHub: readonly (readonly [
  by: string,
  right: string,
  ask: (github: GitHub, context: RunContext) => Promise<unknown>,
])[] = [
  ["plan", "checks: read", (github) => checksOf(github, commit)],
  ["plan", "statuses: read", (github) => checksOf(github, commit)],
  [
    "plan, migrate, deploy-functions, deploy-web",
    "actions: read",
    (github) => auditEnvironments(github, request()),
  ],
  [
    "plan, migrate, deploy-functions, deploy-web",
    "deployments: write",
    (github, context) => {
      const { runId, runUrl } = context;
      return takeLease(github, context, "production", {
        schema: "prism-rollout/lease@1",
        release: "r",
        runId,
        runUrl,
      });
    },
  ],
];

test.each(onGitHub)(
  "%s: without %s of GitHub it fails, names it, and has written nothing",
  async (by, right, ask) => {
    const [name = ""] = right.split(":");
    const left = Object.fromEntries(Object.entries(granted).filter(([one]) => one !== name));
    await trying([by, "GitHub", right, "fails"], async () => {
      const world = await githubWorld(left);
      open.push(world.standIn);
      const asking = ask(world.github, world.context).then(
        () => "nothing",
        (error: unknown) => (error instanceof UserError ? `${error.message} ${error.fix}` : String(error)),
      );
      expect(await asking).toContain(`\`${name}: `);
      expect(world.standIn.state().deployments).toEqual([]);
    });
  },
);

test("rollback without issues: write of GitHub goes back all the same, and says that no issue was kept", async () => {
  await trying(["rollback", "GitHub", "issues: write", "said"], async () => {
    const made = await liveRelease();
    open.push(made);
    const { standIn, context } = made.forge;
    const token = standIn.issueToken({ ...granted, issues: "read" });
    const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
    const { outputs } = await made.rollback(
      { needs },
      { github: async () => await connectGitHub(token, context) },
    );
    expect(outputs.outcome).toBe("rolled-back");
    expect(made.world.log.lines.join("\n")).toContain("`issues: write`");
  });
});

test("rollback without deployments: write goes back all the same, and does not say that the target is halted", async () => {
  const made = await liveRelease();
  open.push(made);
  const { standIn, context } = made.forge;
  const { deployments: _, ...rest } = granted;
  const token = standIn.issueToken({ ...rest, issues: "write" });
  const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
  const github = async () => await connectGitHub(token, context);
  const { report, outputs } = await made.rollback({ needs }, { github });
  expect(outputs.outcome).toBe("rolled-back");
  expect(report.evidence?.join("\n")).toMatch(
    /production is not halted, .*: keep every release with .* out by hand/,
  );
  expect(made.world.log.lines.join("\n")).toContain("`deployments: ");
});

const cdnRights: Readonly<Record<string, string>> = {
  cloudflare: "Zone → Cache Purge → Purge",
  fastly: "purging this service",
  cloudfront: "purging this distribution",
  vercel: "write the project",
  netlify: "write the site",
};

test.each(cdns.filter(({ name }) => Object.hasOwn(cdnRights, name)))(
  "purge-cdn at $name: a token that is known and may not purge this zone fails, and nothing is forgotten",
  async (fixture) => {
    const right = cdnRights[fixture.name] ?? "";
    await trying(["purge-cdn, rollback", fixture.name, right, "fails"], async () => {
      const stage = await cdnStage(fixture);
      open.push(stage);
      stage.standIn.change((state) => {
        const { tokens } = state as unknown as { readonly tokens: Record<string, unknown> };
        for (const token of Object.keys(tokens))
          tokens[token] = fixture.name === "cloudflare" ? { permissions: [] } : [];
      });
      await stage.visit("/");
      stage.release("new");
      // A stranger's project is not there for Vercel and Netlify.
      await expect(stage.purge("everything")).rejects.toMatchObject({
        code: expect.stringMatching(/^PR30[23]$/),
      });
      expect(await stage.visit("/")).toEqual(["old", "old"]);
    });
  },
);

/** One of two rights of a CDN's token; the other is there. */
const cdnScopes = [
  ["fastly", "purge_select", "/results", "everything", {}],
  ["fastly", "purge_all", "everything", "/results", {}],
  ["cloudfront", "cloudfront:CreateInvalidation", "/results", undefined, {}],
  ["cloudfront", "cloudfront:GetInvalidation", "/results", undefined, { "purge-wait": "1m" }],
] as const;

test.each(cdnScopes)(
  "purge-cdn at %s without %s alone fails in words that name it",
  async (name, right, paths, others, given) => {
    await trying(["purge-cdn, rollback", name, right, "fails"], async () => {
      const fixture = cdns.find((one) => one.name === name);
      if (fixture === undefined) throw new Error(name);
      const stage = await cdnStage(fixture);
      open.push(stage);
      stage.standIn.change((state) => {
        const account = state as unknown as { tokens: Record<string, unknown>; lacks?: unknown };
        account.lacks = Object.fromEntries(Object.keys(account.tokens).map((token) => [token, [right]]));
      });
      await expect(stage.purge(paths, { given })).rejects.toMatchObject({
        code: "PR302",
        fix: expect.stringContaining(right),
      });
      if (others !== undefined) await stage.purge(others);
    });
  },
);

test.each([vercel, netlify])(
  "deploy-web at $name: a token that may only read fails, and nothing is live of it",
  async (fixture) => {
    const right = fixture.name === "netlify" ? "write the site" : "write the project";
    await trying(["deploy-web", fixture.name, right, "fails"], async () => {
      const stage = await hostStage(fixture);
      open.push(stage);
      open.push(stage);
      await stage.release("two");
      const { folder } = await builtSite({ text: "three" });
      const given = { artifact: folder, "host-token": "looks" };
      await expect(stage.deploy(given)).rejects.toMatchObject({
        code: "PR302",
        fix: expect.stringContaining("`host-token`"),
      });
      expect(new Set(await stage.serves())).toEqual(new Set(["two"]));
    });
  },
);

test.each(dashboards.filter(({ name }) => name !== "supabase"))(
  "prepare at $name: a viewer's token is refused by name, and keeps nothing",
  async (fixture) => {
    await trying(["observe (prepare)", fixture.name, "dashboards:write", "said"], async () => {
      const place = await fixture.start();
      const stage = await observeStage();
      open.push(place, stage.project);
      const { report, outputs } = await stage.observe({ ...place.inputs, ...place.weak, prepare: "true" });
      expect(outputs.dashboard).toBe("failed");
      for (const input of Object.keys(place.weak))
        expect(`${report.reason} ${report.next}`).toContain(`\`${input}\``);
      expect(place.count()).toBe(0);
    });
  },
);

test("observe without project_notebooks_read comes to its verdict, and says why it links no queries", async () => {
  await trying(["observe", "Supabase", "project_notebooks_read", "said"], async () => {
    const stage = await observeStage();
    open.push(stage.project);
    const permissions = ["edge_functions_read", "analytics_logs_read"];
    const token = `sbp_${"2c".repeat(20)}`;
    stage.project.state.tokens[token] = { user: "eve", permissions };
    stage.project.log(...attempts(40, { at: start + 1000 }));
    const { report } = await stage.observe({ "supabase-access-token": token });
    expect(report.verdict).toBe("pass");
    expect(stage.world.log.lines.join("\n")).toContain("`project_notebooks_read`");
  });
});
