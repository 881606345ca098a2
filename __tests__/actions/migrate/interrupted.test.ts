import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { planMigrations, inspectDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { approved } from "../../support/approved.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const three = {
  "0001_first.sql": "create table first (id int)",
  "0002_second.sql": "create table second (id int); select pg_sleep(60)",
  "0003_third.sql": "create table third (id int)",
};

const quick = { "0002_second.sql": "create table second (id int); select pg_sleep(0)" };

/** Asks again and again until the server says that a file sleeps, or no longer does. */
async function until(project: Project, sleeping: boolean, end = Date.now() + 30_000): Promise<void> {
  if (Date.now() > end) throw new Error(`for 30 s, ${sleeping ? "no" : "a"} file sleeps`);
  const rows = await project.rows(
    "select 1 from pg_stat_activity where query like '%pg_sleep(60)%' and state = 'active' and pid <> pg_backend_pid()",
  );
  if (rows.length > 0 !== sleeping) await until(project, sleeping, end);
}

test("asked to stop while a file runs: the statement is cancelled, and a re-run continues", async () => {
  const project = await server.project(three);
  const stop = new AbortController();
  const world = await project.world({ signal: stop.signal });
  const running = project.migrate({}, world);
  const ended = expect(running).rejects.toMatchObject({
    code: "PR413",
    message: "Stopped as asked. 1 of 3 are applied and recorded (0001); not applied: 0002, 0003.",
  });
  await until(project, true);
  stop.abort(new Error("the runner asked to stop (SIGINT)"));
  await ended;
  expect(await project.rows("select to_regclass('second') as second")).toEqual([{ second: null }]);
  await project.write(quick);
  await project.migrate();
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
});

test("asked to stop in a file that brings its own transactions: what stays of it is said", async () => {
  const project = await server.project({
    "0001_own.sql": "begin; create table kept (id int); commit;\nbegin; select pg_sleep(60); commit;",
  });
  const stop = new AbortController();
  const ended = expect(
    project.migrate({}, await project.world({ signal: stop.signal })),
  ).rejects.toMatchObject({
    message: expect.stringMatching(
      /0001_own\.sql:2:8 failed.*57014.*rolled back. 1 of its 2 segments are done; what is done stays/,
    ),
  });
  await until(project, true);
  stop.abort(new Error("the runner asked to stop (SIGTERM)"));
  await ended;
});

test("asked to stop before anything began: nothing is changed", async () => {
  const project = await server.project(three);
  const world = await project.world({ signal: AbortSignal.abort(new Error("the runner asked to stop")) });
  await expect(project.migrate({}, world)).rejects.toMatchObject({
    message: expect.stringContaining("0 of 3 are applied and recorded; not applied: 0001, 0002, 0003."),
  });
  expect(await project.ledger()).toEqual([]);
});

test("killed while a file runs: the server gives it up, the lock is free, and a re-run continues", async () => {
  const project = await server.project(three);
  const support = join(import.meta.dirname, "../..");
  const child = spawn(
    process.execPath,
    [
      "--import",
      join(support, "rehearsal/engines/run-typescript.mjs"),
      join(support, "support/migrate-victim.ts"),
      project.url,
      project.root,
    ],
    { stdio: "ignore" },
  );
  await until(project, true);
  child.kill("SIGKILL");
  await once(child, "exit");
  await until(project, false);
  expect(await project.ledger()).toEqual(["0001"]);
  await project.write(quick);
  await project.migrate();
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
}, 30_000);

test("a phase that runs again does what is left of the plan that was approved, under the same digest", async () => {
  const project = await server.project({ ...three, ...quick });
  const inputs = inputsFrom(databaseInputs, { "database-url": project.url });
  const { part } = planMigrations(await inspectDatabase(inputs, await project.world()), inputs);
  const given = approved(part);
  // The first attempt is cut off after its first file.
  const blocked = await project.world();
  const stop = new AbortController();
  const group = blocked.log.group;
  const log = {
    ...blocked.log,
    group: async <T>(title: string, work: () => Promise<T>): Promise<T> => {
      const done = await group(title, work);
      stop.abort(new Error("the runner asked to stop"));
      return done;
    },
  };
  await expect(project.migrate(given, { ...blocked, log, signal: stop.signal })).rejects.toMatchObject({
    message: expect.stringContaining("1 of 3 are applied and recorded (0001)"),
  });
  const { outputs } = await project.migrate(given);
  expect(outputs.applied).toBe('["0002","0003"]');
  const world = await project.world();
  const again = await project.migrate(given, world);
  expect(again.outputs).toEqual({ pending: "[]", applied: "[]", head: "0003" });
});

test("what was approved and what is found must agree, else nothing is changed", async () => {
  const project = await server.project(three);
  await expect(project.migrate(approved("0".repeat(64)))).rejects.toMatchObject({ code: "PR202" });
  expect(await project.rows("select to_regclass('supabase_migrations.schema_migrations') as ledger")).toEqual(
    [{ ledger: null }],
  );
});
