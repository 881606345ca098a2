import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spec } from "../../../actions/migrate/spec.ts";
import { expectFailure, expectSummary } from "../../support/golden-summary.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const two = {
  "0001_first.sql": "create table first (id int);\n-- all\n",
  "0002_second.sql": "create table second (id int); insert into second values (1);",
};

test("pending files are applied in order, each recorded as the Supabase CLI would", async () => {
  const project = await server.project(two);
  const { outputs, report } = await project.migrate();
  expect(report).toMatchObject({ verdict: "pass", reason: "The schema is at 0002.", next: "Nothing to do." });
  expect(report.evidence).toEqual([
    "2 of 2 migrations applied and recorded",
    "0 of 2 need a waiver",
    "0 of 2 left an index unfinished",
  ]);
  expect(outputs).toMatchObject({ applied: '["0001","0002"]', head: "0002" });
  expectSummary("migrate-pass", spec, report);
  expect(
    await project.rows(
      "select version, name, statements from supabase_migrations.schema_migrations order by 1",
    ),
  ).toEqual([
    { version: "0001", name: "first", statements: ["create table first (id int)", "-- all"] },
    {
      version: "0002",
      name: "second",
      statements: ["create table second (id int)", "insert into second values (1)"],
    },
  ]);
});

test("nothing to do is a clean no-op", async () => {
  const project = await server.project(two);
  await project.migrate();
  const world = await project.world();
  const { outputs, report } = await project.migrate({}, world);
  expect(report.reason).toBe("No migration is pending: the schema is at 0002.");
  expect(outputs).toEqual({ pending: "[]", applied: "[]", head: "0002" });
  expect(world.emitted).toMatchObject({ work: "none" });
});

test("a second file that fails leaves the first applied and recorded, and nothing of itself", async () => {
  const project = await server.project({
    ...two,
    "0002_second.sql": "create table second (id int);\n\ninsert into second\n  select 1 / 0;\n",
    "0003_third.sql": "create table third (id int)",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR413",
    message:
      "supabase/migrations/0002_second.sql:3:1 failed in `insert into second select 1 / 0`: 22012: division by zero. " +
      "The file was rolled back: nothing of it is there. " +
      "1 of 3 are applied and recorded (0001); not applied: 0002, 0003.",
  });
  expect(await project.ledger()).toEqual(["0001"]);
  await expectFailure("migrate-error", spec, project.migrate(), true);
  expect(await project.rows("select to_regclass('second') as second, to_regclass('third') as third")).toEqual(
    [{ second: null, third: null }],
  );

  await project.write({ "0002_second.sql": "create table second (id int)" });
  const { outputs } = await project.migrate();
  expect(outputs.applied).toBe('["0002","0003"]');
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
});
