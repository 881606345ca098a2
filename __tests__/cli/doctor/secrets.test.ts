import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Postgres, startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { callerOf } from "../../support/doctor-caller.ts";
import { type DoctorStage, doctorStage } from "../../support/doctor-stage.ts";
import { about } from "../../support/doctor-told.ts";

let postgres: Postgres;
let folder: string;
let stage: DoctorStage;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  postgres = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin" });
});
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  count += 1;
  stage = await doctorStage(postgres, `secrets_${count}`);
});
afterEach(() => stage.close());

function keep(repository: readonly string[], environments: Readonly<Record<string, readonly string[]>> = {}) {
  stage.github.standIn.change((state) => {
    state.secretNames = { repository, organization: [] };
    for (const environment of state.environments)
      for (const name of environments[environment.name] ?? []) environment.secrets[name] = "a value";
  });
}

test("a secret that GitHub holds for each job is told by its places, and what may be left out in one line", async () => {
  keep(["DATABASE_URL", "SUPABASE_ACCESS_TOKEN", "CDN_TOKEN", "HOST_TOKEN", "NOTIFY_WEBHOOK"]);
  const told = await stage.ask();
  expect(about("Secret DATABASE_URL", told)).toMatch(
    /^ {2}ok +Secret DATABASE_URL: set for 2 of 2 places: the repository \(plan\), production-migrate$/,
  );
  expect(about("Secrets that may be left out", told)).toMatch(
    /ok .*set: NOTIFY_WEBHOOK; not set: LOG_TOKEN, /,
  );
  expect(stage.writes()).toEqual([]);
});

test("one that is missing somewhere fails with the command that sets it there", async () => {
  keep(["DATABASE_URL", "SUPABASE_ACCESS_TOKEN", "CDN_TOKEN"], { "production-deploy-web": ["HOST_TOKEN"] });
  const told = await stage.ask();
  expect(told.status).toBe(1);
  expect(about("Secret HOST_TOKEN", told)).toMatch(
    /fail .*set for 1 of 3 places; missing: the repository \(plan\), production-rollback\n +fix: gh secret set HOST_TOKEN; gh secret set HOST_TOKEN --env production-rollback$/,
  );
});

test("what an organisation shares, what bears its target's name, and what a caller maps by another name count", async () => {
  keep(["PRODUCTION_DATABASE_URL", "SUPABASE_ACCESS_TOKEN", "SHOP_HOST"]);
  stage.github.standIn.change((state) => {
    state.secretNames = { repository: state.secretNames?.repository ?? [], organization: ["CDN_TOKEN"] };
  });
  await stage.write({
    ".github/workflows/release.yml": callerOf({
      DATABASE_URL: "PRODUCTION_DATABASE_URL",
      SUPABASE_ACCESS_TOKEN: "SUPABASE_ACCESS_TOKEN",
      HOST_TOKEN: "SHOP_HOST",
      CDN_TOKEN: "CDN_TOKEN",
    }),
  });
  const told = await stage.ask();
  for (const name of ["DATABASE_URL", "HOST_TOKEN", "CDN_TOKEN"])
    expect(about(`Secret ${name}`, told)).toMatch(/^ {2}ok /);
});

test("a token that may not read them fails nothing, and where to look is said", async () => {
  const GH_TOKEN = stage.github.standIn.issueToken({
    actions: "read",
    contents: "read",
    deployments: "read",
  });
  const told = await stage.ask({ env: { GH_TOKEN } });
  expect(told.out.split("\n").filter((line) => /^ {2}fail .*secret/i.test(line))).toEqual([]);
  expect(about("Secrets at GitHub", told)).toMatch(
    /not asked .*could not be read: .*look here: http\S+\/acme\/app\/settings\/environments, http\S+\/settings\/secrets\/actions$/,
  );
});

test("where only the environments cannot be read, what the repository has counts, and the rest is left open", async () => {
  keep(["DATABASE_URL", "SUPABASE_ACCESS_TOKEN", "CDN_TOKEN"]);
  const GH_TOKEN = stage.github.standIn.issueToken({
    actions: "read",
    contents: "read",
    deployments: "read",
    secrets: "read",
  });
  const told = await stage.ask({ env: { GH_TOKEN } });
  expect(about("Secret DATABASE_URL", told)).toMatch(/^ {2}ok /);
  expect(about("Secret HOST_TOKEN", told)).toMatch(
    /fail .*missing: the repository \(plan\); could not be read: production-deploy-web, production-rollback, look here: http/,
  );
});

test("the secrets that may be left out are asked where they are set, and nothing is sent or written", async () => {
  const shadow = await postgres.createDatabase("an_empty_one");
  const CANCEL_TOKEN = stage.github.standIn.issueToken({ actions: "write" });
  const NOTIFY_WEBHOOK = "https://hooks.example.com/services/T0/B0/xyz";
  const PLAYWRIGHT_ACCOUNTS = "SHOPPER_PASSWORD=hunter2\n";
  const env = { CANCEL_TOKEN, NOTIFY_WEBHOOK, PLAYWRIGHT_ACCOUNTS, SHADOW_DATABASE_URL: shadow };
  const told = await stage.ask({ env });
  expect(about("CANCEL_TOKEN", told)).toMatch(/^ {2}ok .*reads the runs/);
  expect(about("SHADOW_DATABASE_URL", told)).toMatch(/^ {2}ok .*an empty database at 127\.0\.0\.1/);
  expect(about("PLAYWRIGHT_ACCOUNTS", told)).toMatch(/^ {2}ok .*1 accounts: SHOPPER_PASSWORD/);
  expect(about("NOTIFY_WEBHOOK", told)).toMatch(/^ {2}ok .*none is sent here/);
  for (const value of ["hunter2", NOTIFY_WEBHOOK, CANCEL_TOKEN]) expect(told.out).not.toContain(value);
  expect(stage.writes()).toEqual([]);
});

test.each([
  ["CANCEL_TOKEN", () => "nobody-knows-it", /fail .*\(PR302\)/],
  [
    "SHADOW_DATABASE_URL",
    () => stage.env["DATABASE_URL"],
    /fail .*is not empty: it has relation .*\(PR428\)/,
  ],
  ["PLAYWRIGHT_ACCOUNTS", () => "hunter2", /fail .*line 1 is not NAME=value/],
  ["NOTIFY_WEBHOOK", () => "hooks.example.com/xyz", /fail .*is not an address/],
])("%s that is wrong fails with what to do", async (name, value, says) => {
  const told = await stage.ask({ env: { [name]: value() } });
  expect(told.status).toBe(1);
  expect(about(name, told)).toMatch(says);
  expect(about(name, told)).toContain("  fix: ");
  expect(told.out).not.toContain("hunter2");
});
