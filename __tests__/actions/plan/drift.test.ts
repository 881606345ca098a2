import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plan } from "../../../actions/plan/plan.ts";
import { spec } from "../../../actions/plan/spec.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { releaseLease, takeLease } from "../../../kit/release/standing/lease.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { newEnvironment } from "../../../rehearsal/stand-ins/github/environment.ts";
import type { GithubState } from "../../../rehearsal/stand-ins/github/state.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";
import { needsUntil } from "../../support/needs-until.ts";

let server: MigrationServer;
beforeAll(async () => {
  server = await migrationServer();
}, 60_000);
afterAll(() => server.stop());

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const required = "VITE_PAYWALL_ENABLED";
const gates = "migrate: reviewers";
const migration = "create table first (id int);";
const held = {
  id: "env_1",
  key: required,
  value: "false",
  type: "encrypted" as const,
  target: ["production"],
  createdAt: 1,
  updatedAt: Date.UTC(2026, 10, 23, 9),
};

/** The environments as the declared gates want them. */
function makeSound(state: GithubState): void {
  newEnvironment(state, "production-rollback", 0);
  for (const one of state.environments) {
    one.preventSelfReview = true;
    one.adminsBypass = false;
    one.branchPolicy = { protected_branches: false, custom_branch_policies: true };
    one.branchPolicies.push({ id: one.id, name: "main", type: "branch" });
  }
}

/** A target that a release has left as it is, in all its parts; and how that is asked. */
async function released(options: Parameters<typeof liveRelease>[0] = {}) {
  const project = await server.project({ "0001_first.sql": migration });
  await project.migrate();
  const made = await liveRelease({ ...options, given: { "database-url": project.url } });
  open.push(made);
  const { forge, vercel, world, manifest, release } = made;
  const migrations = join(world.root, "supabase/migrations");
  await mkdir(migrations, { recursive: true });
  await writeFile(join(migrations, "0001_first.sql"), migration);
  await githubRecord(forge.github, "production", manifest.commit).close(release, "success", "released");
  await releaseLease(forge.github, "production", release);
  vercel.change(({ projects }) => projects[0]?.env.push({ ...held }));
  forge.standIn.change(makeSound);
  const base: Runtime = {
    ...world,
    context: { ...world.context, ref: "refs/heads/main" },
    sections: [...world.sections, "migrate"],
    section: (name, declared) => {
      const own = world.section(name, declared);
      return "requiredEnv" in own ? { ...own, requiredEnv: { [required]: "false" } } : own;
    },
  };
  const drift = async (given: Readonly<Record<string, string>> = {}, changes: Partial<Runtime> = {}) => {
    const asked = { target: "production", "github-token": "any", gates, drift: "true", ...given };
    const seen = forge.standIn.requests.length;
    const done = await plan(inputsFrom(spec.inputs, asked), { ...base, ...changes });
    const writes = forge.standIn.requests.slice(seen).filter(({ method }) => method !== "GET");
    expect(writes).toEqual([]);
    const rows = done.report.tables?.[0]?.rows ?? [];
    return { ...done, rows, text: JSON.stringify(done) };
  };
  return { made, project, drift };
}

test("as it was left: no difference, and nothing is written", async () => {
  const { drift, made } = await released({ cdn: true });
  const { outputs, report } = await drift();
  expect(report).toMatchObject({ verdict: "pass", reason: `production is as ${made.release} left it.` });
  expect(outputs).toMatchObject({
    drift: "none",
    components: "",
    fix: "",
    "live-commit": made.manifest.commit,
    "live-release": made.release,
  });
  expect(report.evidence).toContain("functions: 0 differences in 2 that were compared");
});

test("a function's source that was replaced by hand is named, with what to do", async () => {
  const { drift, made } = await released();
  await made.deployFunctions("by hand");
  const { outputs, report, rows } = await drift();
  expect(report.verdict).toBe("fail");
  expect(outputs).toMatchObject({ drift: "some", components: "functions", fix: "" });
  expect(rows.map(([, name]) => name)).toEqual(["hello: source", "world: source"]);
  expect(rows[0]?.[2]).toContain(made.release);
  expect(rows[0]?.[5]).toContain("`only: deploy-functions`");
});

test("a function whose verify_jwt was flipped by hand is named, with both values", async () => {
  const { drift, made } = await released();
  const row = made.platform.functions.get("hello")?.row ?? {};
  Object.assign(row, { verify_jwt: true, updated_at: Date.UTC(2026, 10, 23) });
  const { outputs, rows } = await drift();
  expect(outputs.components).toBe("functions");
  expect(rows).toEqual([
    [
      "functions",
      "hello: verify_jwt",
      `false (${made.release})`,
      "true",
      "2026-11-23T00:00:00.000Z",
      expect.stringContaining("deploy-functions"),
    ],
  ]);
});

test("another web deployment that was promoted by hand is named on every domain, with when", async () => {
  const { drift, made } = await released();
  await made.deployWeb("three");
  const now = made.vercel.live().deployment ?? "";
  const { outputs, rows } = await drift();
  expect(outputs).toMatchObject({ drift: "some", components: "web", fix: "deploy-web" });
  expect(rows.map(([, name, , live]) => [name, live])).toEqual(
    made.origins
      .map((origin) => new URL(origin).host)
      .sort()
      .map((host) => [host, now]),
  );
  expect(rows[0]?.[4]).toMatch(/^20\d\d-/);
});

test("a migration that was applied by hand is named by its row", async () => {
  const { drift, project } = await released();
  await project.rows(
    "insert into supabase_migrations.schema_migrations (version, name) values ('0009', 'by_hand')",
  );
  const { outputs, rows } = await drift();
  expect(outputs).toMatchObject({ drift: "some", components: "ledger", fix: "" });
  expect(rows[0]?.[1]).toBe("0009 (by_hand)");
  expect(rows[0]?.[5]).toContain("supabase migration repair --linked --yes --status reverted 0009");
});

test("the paywall value that was toggled at the host is named, not shown, and can be mended", async () => {
  const { drift, made } = await released();
  made.vercel.change(({ projects }) => projects[0]?.env.forEach((one) => void (one.value = "sh0wn-never")));
  const { outputs, rows, text, report } = await drift();
  expect(outputs).toMatchObject({ drift: "some", components: "required-env", fix: "deploy-web" });
  expect(rows[0]?.slice(0, 2)).toEqual(["required-env", required]);
  expect(rows[0]?.[4]).toBe("2026-11-23T09:00:00.000Z");
  expect(report.next).toContain("with `only: deploy-web`");
  expect(text).not.toContain("sh0wn-never");
});

test("an environment whose reviewers were removed is named", async () => {
  const { drift, made } = await released();
  made.forge.standIn.change(({ environments }) => environments.forEach((one) => void (one.reviewers = [])));
  const { outputs, rows } = await drift();
  expect(outputs).toMatchObject({ drift: "some", components: "gates", fix: "" });
  expect(rows.map(([, name]) => name)).toEqual(["production-migrate"]);
  expect(rows[0]?.[3]).toMatch(/reviewer/);
});

test("a row that was removed, a function that is gone and one that appeared are named", async () => {
  const { drift, made, project } = await released();
  await project.rows("delete from supabase_migrations.schema_migrations");
  const world = made.platform.functions.get("world");
  made.platform.functions.delete("world");
  if (world)
    made.platform.functions.set("stranger", {
      ...world,
      row: { ...world.row, slug: "stranger", created_at: Date.now() + 3_600_000 },
    });
  const { outputs, rows } = await drift();
  expect(outputs.components).toBe("functions,ledger");
  expect(rows.map(([, name, , live]) => [name, live])).toEqual([
    ["world", "not there any more"],
    ["stranger", "a function that no release has deployed"],
    ["0001", "no row in the ledger"],
  ]);
});

test("what a rollback brought back is what should be live", async () => {
  const { drift, made } = await released();
  await made.rollback({ needs: needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" }) });
  const former = { ...made.manifest, release: "production-20261122-0123456789ab-1" };
  const record = githubRecord(made.forge.github, "production", former.commit);
  await record.open(former);
  await record.close(former.release, "success", "released");
  const { outputs, rows } = await drift();
  expect(rows).toEqual([]);
  expect(outputs).toMatchObject({ drift: "none", "live-release": former.release });
  await made.deployWeb("three");
  expect((await drift()).outputs.components).toBe("web");
});

test("what cannot be read is an error, never «no difference»; what else differs is named all the same", async () => {
  const { drift, made, project } = await released();
  await made.platform.close();
  const silent = await drift();
  expect(silent.report.verdict).toBe("error");
  expect(silent.outputs.drift).toBe("unknown");
  expect(silent.report.reason).toContain("functions: PR301");
  await project.rows("insert into supabase_migrations.schema_migrations (version) values ('0009')");
  expect(await drift()).toMatchObject({
    outputs: { drift: "some", components: "ledger" },
    report: {
      verdict: "fail",
      evidence: expect.arrayContaining([expect.stringMatching(/^not told: functions/)]),
    },
  });
});

test("while a release is changing the target, a difference says so and nothing is offered", async () => {
  const { drift, made } = await released();
  await made.deployWeb("three");
  const { github, context } = await made.forge.another();
  const release = "production-20261122-0123456789ab-99";
  const { runId, runUrl } = context;
  await takeLease(github, context, "production", { schema: "prism-rollout/lease@1", release, runId, runUrl });
  const { outputs, report } = await drift();
  expect(report.verdict).toBe("inconclusive");
  expect(report.reason).toContain(release);
  expect(outputs.fix).toBe("");
});

test("which commit is live is said first; at another commit nothing is compared; without a live release neither", async () => {
  const { drift, made } = await released();
  const { outputs, report } = await drift({ drift: "commit" }, { sections: [] });
  expect(outputs).toEqual({ "live-commit": made.manifest.commit, "live-release": made.release });
  expect(report.verdict).toBe("pass");
  const elsewhere = { context: { ...made.world.context, sha: "f".repeat(40) } };
  await expect(drift({}, elsewhere)).rejects.toMatchObject({ code: "PR218" });
  await expect(drift({ target: "staging" })).rejects.toMatchObject({ code: "PR219" });
});
