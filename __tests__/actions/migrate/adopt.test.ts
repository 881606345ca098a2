import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { approved } from "../../support/approved.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const files = {
  "0001_first.sql": "create table first (id bigint)",
  "0002_second.sql": "create table second (id int)",
  "0003_third.sql": "create table third (id int)",
};

/** As years of another applier leave it: 0001 was edited since, 0002 has no text, 0003 is as it was. */
async function used(more: Readonly<Record<string, string>> = {}): Promise<Project> {
  const project = await server.project({ ...files, ...more });
  await project.rows("create schema supabase_migrations");
  await project.rows(
    "create table supabase_migrations.schema_migrations (version text primary key, name text, statements text[])",
  );
  await project.rows(
    "insert into supabase_migrations.schema_migrations values ('0001', 'first', '{create table first (id int)}'), ('0002', 'second', null), ('0003', 'third', '{create table third (id int)}')",
  );
  return project;
}

async function planned(project: Project, adopt = "0003") {
  const inputs = inputsFrom(databaseInputs, { "database-url": project.url, shadow: "none", adopt });
  return await planDatabase(inputs, await project.world());
}

test("what was edited before this suite came is adopted: the plan says so once, and then nobody does", async () => {
  const project = await used({ "0004_fourth.sql": "create table fourth (id int)" });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR414",
    message: expect.stringContaining('is taken as it is, once, by `adopt: "0001"`'),
  });
  const part = await planned(project);
  expect(part).toMatchObject({
    work: "some",
    decisions: { adopt: [{ version: "0001" }, { version: "0002" }] },
  });
  expect(part.says).toEqual([
    "adopt 0001 as the files are: the ledger has another text of them",
    "adopt 0002 as the files are: the ledger keeps no text of them",
    "apply 0004 fourth",
  ]);
  await project.migrate({ adopt: "0003" });
  expect(await planned(project)).toMatchObject({ work: "none", says: [], unverified: [] });
  // It stays adopted when the input is gone.
  await project.write({ "0005_fifth.sql": "create table fifth (id int)" });
  expect((await project.migrate()).report.folded).toHaveLength(1);
});

test("a file that is edited after it was adopted is drift, and so is one that this suite has applied", async () => {
  const project = await used();
  await project.migrate({ adopt: "0003" });
  await project.write({ "0001_first.sql": "create table first (id text)" });
  await expect(project.migrate({ adopt: "0003" })).rejects.toMatchObject({
    code: "PR414",
    message: expect.stringContaining("0001_first.sql was edited after it was adopted"),
  });
  await project.write({ ...files, "0004_fourth.sql": "create table fourth (id int)" });
  await project.migrate();
  await project.write({ "0004_fourth.sql": "create table fourth (id text)" });
  await expect(project.migrate({ adopt: "0004" })).rejects.toMatchObject({
    message: expect.stringContaining("0004_fourth.sql was edited after it was applied"),
  });
});

test("only what there is to adopt is work; it is recorded without anything pending, and once", async () => {
  const project = await used();
  const { report, outputs } = await project.migrate({ adopt: "0003" });
  expect(outputs).toMatchObject({ applied: "[]", head: "0003" });
  expect(report.reason).toBe("No migration is pending; 0001, 0002 are taken as the files are.");
  expect(
    await project.rows("select version, length(sha256) as sha from prism_rollout.baseline order by 1"),
  ).toEqual([
    { version: "0001", sha: 64 },
    { version: "0002", sha: 64 },
  ]);
  expect((await project.migrate({ adopt: "0003" })).report.reason).toBe(
    "No migration is pending: the schema is at 0003.",
  );
});

test("a phase that adopted and was cut off goes on under the digest that was approved", async () => {
  const project = await used({ "0004_fourth.sql": "select 1", "0005_fifth.sql": "select 2" });
  const given = { ...approved(await planned(project)), adopt: "0003", release: "one" };
  await project.migrate({ ...given, "lock-attempts": "1" });
  await project.rows("delete from supabase_migrations.schema_migrations where version = '0005'");
  const { outputs } = await project.migrate(given);
  expect(outputs.applied).toBe('["0005"]');
  expect((await project.migrate(given)).outputs).toMatchObject({ applied: "[]", head: "0005" });
});

test("`adopt` names a file, and says nothing where the ledger is empty", async () => {
  const project = await server.project(files);
  await expect(project.migrate({ adopt: "3" })).rejects.toMatchObject({
    code: "PR102",
    message: '`adopt: "3"` is not the version of any file in supabase/migrations.',
  });
  await project.migrate({ adopt: "0003" });
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
  expect(await project.rows("select * from prism_rollout.baseline")).toEqual([]);
});
