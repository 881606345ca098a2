import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { masksOf } from "../../../kit/action/mask.ts";
import { type Postgres, startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { type DoctorStage, type Told, doctorStage, ref, tokens } from "../../support/doctor-stage.ts";
import { about } from "../../support/doctor-told.ts";
import { serveSilent, moods } from "../../support/serve-silent.ts";

let postgres: Postgres;
let folder: string;
let stage: DoctorStage;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  postgres = await startPostgres({ folder: join(folder, "data") });
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  count += 1;
  stage = await doctorStage(postgres, `doctor_${count}`);
});
afterEach(() => stage.close());

/** No secret, no stack, nothing written: whatever was wrong. */
function expectHarmless({ out, err }: Told): void {
  for (const [name, value] of Object.entries(stage.env).filter(([key]) => /TOKEN/.test(key)))
    for (const mask of masksOf(value))
      expect({ name, told: (out + err).includes(mask) }).toEqual({ name, told: false });
  expect(out).not.toMatch(/\n\s+at \S+:\d+/);
  expect(stage.writes()).toEqual([]);
}

test("a healthy stack: the verdict first, a line for each question, and nothing written anywhere", async () => {
  const told = await stage.ask();
  expect(told).toMatchObject({ status: 0, err: "" });
  expect(told.out).toMatch(/^(ok|warn) {2}\d+ of \d+ ok.*, 1 not asked\nnext {2}.+\n\nThis machine\n/);
  expect(told.out).not.toContain("  fail ");
  for (const [what, says] of [
    ["Repository", "acme/app is private, its default branch main"],
    ["Gates", "migrate at production-migrate by ada"],
    ["Supabase project", "ACTIVE_HEALTHY, PostgreSQL 17"],
    ["Functions", "1 of 1 are live"],
    ["Database", "as postgres (direct, no TLS)"],
    ["Ledger", "1 recorded, 2 files, 1 pending: 0002"],
    ["Web host", "is live; domains"],
    ["CDN", "the token is active, and zone 5f0c1de4a2b94c7d8e9f001122334455 is example.com"],
    ["Logs: counting attempts", "0 of 1 attempts in 23 hours failed"],
  ] as const)
    expect(about(what, told)).toMatch(new RegExp(`^  ok +${what}: .*${says.replace(/[()]/g, "\\$&")}`));
  expectHarmless(told);
});

test("files that stop several questions are told with the first; the others say which one that was", async () => {
  const rollout = stage.rollout();
  const told = await stage.ask({
    rollout: {
      ...rollout,
      migrate: { directory: "db" },
      "deploy-functions": { functions: ["hello", "gone"], "verify-jwt": false },
    },
  });
  expect(about("Migrations", told)).toMatch(/^ {2}fail .*\(PR105\)/);
  expect(about("Ledger", told)).toBe("  not asked  Ledger: not before Migrations is mended");
  expect(about("Sources of functions", told)).toMatch(/^ {2}fail .*\(PR424\)/);
  expect(about("Secrets of functions", told)).toBe(
    "  not asked  Secrets of functions: not before Sources of functions is mended",
  );
  expectHarmless(told);
});

test("what has no secret is not asked, says which to set, and fails nothing", async () => {
  const names = ["DATABASE_URL", "SUPABASE_ACCESS_TOKEN", "HOST_TOKEN", "CDN_TOKEN", "GH_TOKEN"];
  const told = await stage.ask({ env: Object.fromEntries(names.map((name) => [name, undefined])) });
  expect(told.status).toBe(0);
  for (const name of names) expect(told.out).toMatch(new RegExp(`not asked .*set ${name}`));
  expectHarmless(told);
});

test("a token that Supabase does not know fails once for the project, and its rights are not asked", async () => {
  const told = await stage.ask({ env: { SUPABASE_ACCESS_TOKEN: `sbp_${"9f".repeat(20)}` } });
  expect(told.status).toBe(1);
  expect(about("Supabase project", told)).toMatch(/^ {2}fail .*answered 401.*\(PR302\)\n +fix: Pass a token/);
  expect(about("Rights of SUPABASE_ACCESS_TOKEN", told)).toContain("not asked");
  expect(told.out).not.toContain("  Functions: ");
  expectHarmless(told);
});

test("a right that the token lacks is named, where a phase needs it as a failure, else as a warning", async () => {
  const told = await stage.ask({ env: { SUPABASE_ACCESS_TOKEN: tokens.weak } });
  expect(told.status).toBe(1);
  expect(about("Functions", told)).toMatch(/^ {2}fail .*needs `edge_functions_read`/);
  expect(about("Secrets of functions", told)).toMatch(/^ {2}warn .*\n +fix: .*edge_functions_secrets_read/);
  expect(about("Logs", told)).toMatch(/^ {2}fail .*edge_functions_read/);
  expect(about("Saved queries", told)).toMatch(/^ {2}warn .*project_notebooks_read/);
  expect(about("Supabase project", told)).toMatch(/^ {2}ok /);
  expectHarmless(told);
});

test("a project that sleeps is told with how to wake it", async () => {
  (stage.supabase.project as { status: string }).status = "INACTIVE";
  const told = await stage.ask();
  expect(told.status).toBe(1);
  expect(told.out).toMatch(/^fail {2}.*\nnext {2}Target production, Supabase project: Restore the project/);
  expect(about("Supabase project", told)).toContain(`(${ref}, eu-central-1) is INACTIVE`);
});

test("a service of the project that is ill, and a secret that a function reads and nobody has set", async () => {
  stage.supabase.project.unhealthy["rest"] = "PostgREST is down";
  delete stage.supabase.secrets["GREETING"];
  const told = await stage.ask();
  expect(about("Service rest", told)).toMatch(/^ {2}fail .*PostgREST is down/);
  expect(about("Secrets of functions", told)).toMatch(/^ {2}fail .*hello reads GREETING.*\(PR437\)\n +fix: /);
});

test("an environment that is not there, and one without reviewers, fail with the command that makes them", async () => {
  stage.github.standIn.change(({ environments }) => {
    environments.splice(
      environments.findIndex(({ name }) => name === "production-deploy-web"),
      1,
    );
  });
  stage.github.edit("production-migrate", (environment) => (environment.reviewers = []));
  const told = await stage.ask();
  expect(told.status).toBe(1);
  expect(about("Environment production-deploy-web", told)).toMatch(
    /fail .*does not exist[^\n]*\n +fix: Make it: `npx/,
  );
  expect(about("Environment production-migrate", told)).toMatch(
    /fail .*no required reviewers[^\n]*\n +fix: .*--reviewers/,
  );
  expectHarmless(told);
});

test("a zone that is none fails; a token that may only purge leaves a doubt, and that is said", async () => {
  const rollout = stage.rollout();
  Object.assign(rollout.targets["production"] ?? {}, { zone: "example.com" });
  const wrong = await stage.ask({ rollout });
  expect(about("CDN", wrong)).toMatch(/^ {2}fail .*\(PR303\)\n +fix: Check zone/);
  const told = await stage.ask({ env: { CDN_TOKEN: tokens.purger } });
  expect(told.status).toBe(0);
  expect(about("Zone", told)).toMatch(/^ {2}warn .*only a purge shows/);
  expect(about("CDN", await stage.ask({ env: { CDN_TOKEN: "unknown" } }))).toMatch(/fail .*\(PR302\)/);
  expectHarmless(told);
});

test.each(moods)(
  "a service that $name costs its own line, after its deadline, and holds up no other",
  async (mood) => {
    const silent = await serveSilent(mood);
    try {
      const rollout = stage.rollout();
      Object.assign(rollout.targets["production"] ?? {}, { "supabase-api-url": silent.url });
      const told = await stage.ask({ rollout, deadline: 1500 });
      expect(told.status).toBe(1);
      expect(about("Supabase project", told)).toMatch(/fail .*no answer within 1.5 s.*\(PR301\)/);
      expect(about("Web host", told)).toMatch(/^ {2}ok /);
      expect(about("Ledger", told)).toMatch(/^ {2}ok /);
    } finally {
      await silent.close();
    }
  },
);

test("what retries until its time is over says what its attempts were answered", async () => {
  stage.supabase.faults.push({
    method: "GET",
    path: ".*/functions",
    times: 99,
    status: 503,
    json: { message: "busy" },
  });
  const told = await stage.ask({ deadline: 2500 });
  expect(about("Functions", told)).toMatch(/fail .*503: busy/);
});

test("an HTML page in a service's place is recognised", async () => {
  const body = "<!doctype html><title>Sign in</title>";
  stage.supabase.faults.push({ method: "GET", path: `/v1/projects/${ref}`, times: 9, status: 200, body });
  const told = await stage.ask();
  expect(about("Supabase project", told)).toMatch(/fail .*an HTML page: <!doctype.*\(PR306\)/);
});

test("a database that lets nobody in, and one whose ledger knows what no file has", async () => {
  const shut = "postgresql://postgres:hushhush@127.0.0.1:9/postgres";
  const told = await stage.ask({ env: { DATABASE_URL: shut } });
  expect(about("Database", told)).toMatch(/fail .*127\.0\.0\.1:9\/postgres.*\(PR411\)/);
  expect(about("Ledger", told)).toContain("not asked");
  expect(told.out).not.toContain("hushhush");
  await rm(join(stage.folder, "supabase/migrations/0001_notes.sql"));
  const drift = await stage.ask();
  expect(drift.status).toBe(1);
  expect(about("Ledger", drift)).toMatch(
    /fail .*0001 \(notes\) is recorded as applied, but has no file.*\(PR414\)/,
  );
});

test("a database of another project than the target's is told", async () => {
  const url = `postgresql://postgres.${"z".repeat(20)}:pw@aws-0-eu.pooler.supabase.com:6543/postgres`;
  const told = await stage.ask({ env: { DATABASE_URL: url } });
  expect(about("Database", told)).toMatch(/fail .*transaction pooler/);
});
