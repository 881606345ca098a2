import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Postgres, startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { type DoctorStage, doctorStage } from "../../support/doctor-stage.ts";
import { about } from "../../support/doctor-told.ts";

const bypass = "b7pa55ofTheProject";

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
  stage = await doctorStage(postgres, `protection_${count}`);
});
afterEach(() => stage.close());

/** Which deployments are behind Vercel's login. */
function protect(deploymentType: "all_except_custom_domains" | "preview"): void {
  stage.vercel.change(({ projects }) => {
    for (const project of projects) {
      project.ssoProtection = { deploymentType };
      project.protectionBypass[bypass] = { createdAt: 1, createdBy: "ada", scope: "automation-bypass" };
    }
  });
}

function keep(repository: readonly string[], environments: readonly string[] = []): void {
  stage.github.standIn.change((state) => {
    state.secretNames = { repository, organization: [] };
    for (const { name, secrets } of state.environments)
      if (environments.includes(name)) secrets["HOST_PROTECTION_BYPASS"] = "a value";
  });
}

test.each([
  ["nothing", () => undefined],
  ["a login for previews alone", () => protect("preview")],
])("%s before a staged site: no bypass is needed", async (_, prepare) => {
  prepare();
  expect(about("Staged site", await stage.ask())).toMatch(
    /^ {2}ok +Staged site: no login stands before it: HOST_PROTECTION_BYPASS is not needed$/,
  );
});

test("a protected host without the secret fails, with the places where it is missing and what sets it there", async () => {
  protect("all_except_custom_domains");
  keep([], ["production-rollback"]);
  const told = await stage.ask();
  expect(told.status).toBe(1);
  expect(about("Staged site", told)).toMatch(
    /^ {2}fail +Staged site: behind Vercel Authentication \(all_except_custom_domains\); at GitHub HOST_PROTECTION_BYPASS is set for 1 of 3 places; missing: the repository \(plan\), production-deploy-web\n +fix: Make a «protection bypass for automation» of this project at the host, then gh secret set HOST_PROTECTION_BYPASS; gh secret set HOST_PROTECTION_BYPASS --env production-deploy-web$/,
  );
  expect(stage.writes()).toEqual([]);
});

test("where only plan and the way back lack it a release works, and it is a warning", async () => {
  protect("all_except_custom_domains");
  keep([], ["production-deploy-web"]);
  expect(about("Staged site", await stage.ask())).toMatch(/^ {2}warn .*missing: the repository \(plan\)/);
});

test("a secret that GitHub holds everywhere, and one that is given here as well", async () => {
  protect("all_except_custom_domains");
  keep(["HOST_PROTECTION_BYPASS"]);
  expect(about("Staged site", await stage.ask())).toMatch(/^ {2}ok .*set for 3 of 3 places/);
  const told = await stage.ask({ env: { HOST_PROTECTION_BYPASS: bypass } });
  expect(about("Staged site", told)).toMatch(
    /^ {2}ok .*HOST_PROTECTION_BYPASS is a bypass of this project; at/,
  );
  expect(told.out).not.toContain(bypass);
});

test("a secret of another project is told before a release meets the login, and is not shown", async () => {
  protect("all_except_custom_domains");
  keep(["HOST_PROTECTION_BYPASS"]);
  const told = await stage.ask({ env: { HOST_PROTECTION_BYPASS: "ofAnotherProject" } });
  expect(about("Staged site", told)).toMatch(/^ {2}fail .*is no bypass of this project\n +fix: Make a /);
  expect(told.out).not.toContain("ofAnotherProject");
});

test.each([undefined, "no-secrets"])(
  "where GitHub's secrets cannot be read (%s) it is a doubt, with what to do",
  async (kind) => {
    protect("all_except_custom_domains");
    const rights = { actions: "read", contents: "read", deployments: "read" } as const;
    const GH_TOKEN = kind === undefined ? undefined : stage.github.standIn.issueToken(rights);
    const told = await stage.ask({ env: { GH_TOKEN } });
    expect(told.status).toBe(0);
    expect(about("Staged site", told)).toMatch(
      /^ {2}warn .*whether GitHub holds HOST_PROTECTION_BYPASS (?:was not asked|could not be read).*\n +fix: Make a /,
    );
    const given = await stage.ask({ env: { GH_TOKEN, HOST_PROTECTION_BYPASS: bypass } });
    expect(about("Staged site", given)).toMatch(/^ {2}ok .*is a bypass of this project$/);
  },
);

test("a host that tells nothing of it is not asked", async () => {
  const rollout = stage.rollout();
  Object.assign(rollout["deploy-web"] ?? {}, { host: "command", "host-api-url": undefined });
  expect((await stage.ask({ rollout })).out).not.toContain("Staged site");
});
