import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { approved } from "../../support/approved.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const base = { "0001_base.sql": "create table base (id int)" };

/** What the Supabase CLI writes; it takes no lock of ours. */
async function pushed(project: Project, version: string, name: string, sql: string): Promise<void> {
  await project.rows(sql);
  await project.rows(
    "insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)",
    [version, name, [sql]],
  );
}

/** A world in which something happens right before the first thing that is asked and matches. */
async function meanwhile(project: Project, at: RegExp, work: () => Promise<void>): Promise<Runtime> {
  let done = false;
  const before = async (sql: string): Promise<void> => {
    if (done || !at.test(sql)) return;
    done = true;
    await work();
  };
  return await project.world({
    connect: async (url, name) => {
      const database = await connectPostgres(url, name);
      return {
        query: async (sql, parameters) => before(sql).then(() => database.query(sql, parameters)),
        script: async (sql) => before(sql).then(() => database.script(sql)),
        together: async (all) => {
          for (const { sql } of all) await before(sql);
          return await database.together(all);
        },
        close: () => database.close(),
      };
    },
  });
}

test("what somebody else applied between the plan and our turn is not applied again, and said", async () => {
  const project = await server.project(base);
  await project.migrate();
  const sql = "create table second (id int)";
  await project.write({ "0002_second.sql": sql, "0003_third.sql": "create table third (id int)" });
  const inputs = inputsFrom(databaseInputs, { "database-url": project.url, shadow: "none" });
  const given = approved(await planDatabase(inputs, await project.world()));
  await pushed(project, "0002", "second", sql);
  const world = await project.world();
  const { report } = await project.migrate(given, world);
  expect(report.evidence).toContain("0002 recorded by somebody else meanwhile");
  expect(world.log.lines).toContainEqual(
    expect.stringMatching(
      /^warn(ing)?: 0002 was recorded by somebody else since this was planned.*GitHub integration/,
    ),
  );
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
});

test("the same while we waited for our turn", async () => {
  const project = await server.project(base);
  await project.migrate();
  const sql = "create table second (id int)";
  await project.write({ "0002_second.sql": sql, "0003_third.sql": "create table third (id int)" });
  const world = await meanwhile(project, /pg_try_advisory_lock/, () =>
    pushed(project, "0002", "second", sql),
  );
  const { report } = await project.migrate({}, world);
  expect(report.evidence).toContain("0002 recorded by somebody else meanwhile");
});

test("what another attempt has done of a file while we waited is not tried again in place", async () => {
  const project = await server.project({
    "0001_parts.sql":
      "begin; create table one (id int); commit;\nbegin; insert into gate values (1); commit;",
  });
  const world = await meanwhile(project, /pg_try_advisory_lock/, async () => {
    await expect(project.migrate()).rejects.toMatchObject({
      message: expect.stringContaining("1 of its 2 segments are done"),
    });
    await project.rows("create table gate (id int)");
  });
  const { report } = await project.migrate({ verify: "in-place" }, world);
  expect(report.verdict).toBe("pass");
  expect(await project.rows("select * from gate")).toEqual([{ id: 1 }]);
});

test.each([
  [
    "a part of a file",
    [
      "begin; create table made (id int); commit;\nbegin; insert into gate values (1); drop table made; commit;",
    ],
  ],
  ["a file", ["create table made (id int)", "insert into gate values (1); drop table made"]],
])("what another attempt has made while we waited is as new as what we make: %s", async (_, texts) => {
  const project = await server.project(
    Object.fromEntries(texts.map((text, index) => [`000${index + 1}_x.sql`, text])),
  );
  const world = await meanwhile(project, /pg_try_advisory_lock/, async () => {
    await expect(project.migrate()).rejects.toMatchObject({
      message: expect.stringContaining('relation "gate" does not exist'),
    });
    await project.rows("create table gate (id int)");
  });
  const { report } = await project.migrate({}, world);
  expect(report.verdict).toBe("pass");
  expect(await project.rows("select to_regclass('made') as made")).toEqual([{ made: null }]);
});

test("rows that come while we run stop this release before its next file", async () => {
  const project = await server.project(base);
  await project.migrate();
  await project.write({ "0002_second.sql": "select 2", "0003_third.sql": "create table third (id int)" });
  const world = await meanwhile(project, /^select 2$/m, () =>
    pushed(project, "0009", "dashboard", "select 9"),
  );
  await expect(project.migrate({}, world)).rejects.toMatchObject({
    code: "PR419",
    message: expect.stringMatching(
      /0009 came into the ledger while this release had its turn\. 1 of 2 are applied and recorded \(0002\); not applied: 0003\./,
    ),
    fix: expect.stringContaining("Let only one of them apply migrations"),
  });
  expect(await project.rows("select to_regclass('third') as third")).toEqual([{ third: null }]);
});

test("a file that another applier records at the same moment is rolled back here", async () => {
  const project = await server.project(base);
  await project.migrate();
  const other = new Client({ connectionString: project.url });
  await other.connect();
  await project.write({ "0002_second.sql": "create table if not exists second (id int)" });
  const world = await meanwhile(project, /insert into supabase_migrations/, () =>
    other
      .query("insert into supabase_migrations.schema_migrations (version, name) values ('0002', 'second')")
      .then(() => other.end()),
  );
  await expect(project.migrate({}, world)).rejects.toMatchObject({
    code: "PR419",
    message: expect.stringMatching(/0002_second\.sql failed: 23505/),
    fix: expect.stringContaining("Let only one of them"),
  });
  expect(await project.rows("select to_regclass('second') as second")).toEqual([{ second: null }]);
});
