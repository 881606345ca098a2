import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import type { UserError } from "../../../kit/errors/user-error.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const files = {
  "0001_first.sql": "create table first (id int);",
  "0002_second.sql": "create table second (id int);\nselect pg_sleep(60);\ncreate table late (id int);",
  "0003_third.sql": "create table third (id int);",
};

/** Only the first file is there, and recorded. */
async function onlyTheFirst(project: Project): Promise<void> {
  expect(await project.ledger()).toEqual(["0001"]);
  expect(
    await project.rows(
      "select to_regclass('first') is not null as first, to_regclass('second') as second, to_regclass('third') as third",
    ),
  ).toEqual([{ first: true, second: null, third: null }]);
}

/** Ends the backend that sleeps, once there is one. */
async function killSleeper(project: Project, until = Date.now() + 30_000): Promise<void> {
  if (Date.now() > until) throw new Error("for 30 s, no backend has come to its pg_sleep");
  const [row] = await project.rows(
    `select pg_terminate_backend(pid) as done from pg_stat_activity
      where datname = current_database() and wait_event = 'PgSleep'`,
  );
  if (row?.["done"] !== true) await killSleeper(project, until);
}

async function failed(running: Promise<unknown>): Promise<UserError> {
  const error = await running.then(
    () => new Error("It did not fail."),
    (thrown: UserError) => thrown,
  );
  expect(error.message).not.toContain("    at ");
  return error as UserError;
}

test("a backend that is killed in a file: the file is gone, the one before stays, and a re-run continues", async () => {
  const project = await server.project(files);
  const running = failed(project.migrate());
  await killSleeper(project);
  expect(await running).toMatchObject({
    code: "PR413",
    message: expect.stringMatching(
      /^supabase\/migrations\/0002_second\.sql:2:1 failed in `select pg_sleep\(60\)`: 57P01: terminating connection.* The file was rolled back: nothing of it is there\. 1 of 3 are applied and recorded \(0001\); not applied: 0002, 0003\.$/,
    ),
    fix: "Run this job again: it continues where it stopped.",
  });
  await onlyTheFirst(project);
  await project.write({ "0002_second.sql": "create table second (id int);" });
  await project.migrate();
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
});

test("a connection that breaks while nobody can look: what is not known is not said", async () => {
  const project = await server.project(files);
  const world = await project.world();
  let away = false;
  const connect: Runtime["connect"] = async (url, name) => {
    if (away) throw new Error("connect ECONNREFUSED");
    return await world.connect(url, name);
  };
  const running = failed(project.migrate({}, { ...world, connect }));
  const gone = async (): Promise<void> => {
    const rows = await project.rows(
      "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
    );
    if (rows.length === 0) await gone();
  };
  await gone();
  away = true;
  await killSleeper(project);
  expect(await running).toMatchObject({
    code: "PR413",
    message: expect.stringContaining(
      "The database does not answer any more, so whether the server has committed it cannot be told; the next run looks.",
    ),
  });
  await onlyTheFirst(project);
});

test("a database that takes no writes is told, with what makes one so", async () => {
  const project = await server.project(files);
  await project.write({ "0002_second.sql": "create table second (id int);" });
  const [{ name } = {}] = await project.rows("select current_database() as name");
  await project.rows(`alter database "${String(name)}" set default_transaction_read_only = on`);
  expect(await failed(project.migrate())).toMatchObject({
    code: "PR411",
    message: expect.stringMatching(
      /^The .* cannot be .*: 25006: cannot execute .* in a read-only transaction\.$/,
    ),
    fix: expect.stringContaining("Supabase has made it read-only because its disk is full"),
  });
  await project.rows(
    `set transaction read write; alter database "${String(name)}" reset default_transaction_read_only`,
  );
  await project.migrate();
  await project.rows(`alter database "${String(name)}" set default_transaction_read_only = on`);
  expect((await project.migrate()).report.reason).toBe("No migration is pending: the schema is at 0003.");
});

test("a role that does not own the table is told whose right is missing, at the statement", async () => {
  const project = await server.project({ "0001_first.sql": "create table first (id int);" });
  const name = decodeURIComponent(new URL(project.url).pathname.slice(1));
  for (const sql of [
    "create role helper login",
    `grant create on database "${name}" to helper`,
    "create table first (id int)",
    "create schema supabase_migrations authorization helper",
    "create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text)",
    "insert into supabase_migrations.schema_migrations values ('0001', '{create table first (id int)}', 'first')",
    "grant all on schema public to helper",
    "grant all on supabase_migrations.schema_migrations to helper",
  ])
    await project.rows(sql);
  await project.write({
    "0002_second.sql": "create table second (id int);\nalter table first add column note text;",
  });
  const url = server.postgres.urlFor(name, "helper");
  expect(await failed(project.migrate({ "database-url": url }))).toMatchObject({
    code: "PR413",
    message: expect.stringMatching(
      /0002_second\.sql:2:1 failed in `alter table first add column note text`: 42501: must be owner of table first\. The file was rolled back/,
    ),
    fix: expect.stringContaining("connect as the role that owns what the statement changes"),
  });
  await onlyTheFirst(project);
});

test("what a server allows a statement of its disk is used up: said as what it is, and rolled back", async () => {
  const project = await server.project({
    "0001_first.sql": "create table first (id int);",
    "0002_second.sql":
      "create table second (id int);\nset local temp_file_limit = '1MB';\nset local work_mem = '64kB';\nselect count(*) from (select g, repeat('x', 100) from generate_series(1, 200000) g order by random()) s;",
  });
  expect(await failed(project.migrate())).toMatchObject({
    code: "PR413",
    message: expect.stringMatching(/0002_second\.sql:4:1 failed in .*: 53400: temporary file size exceeds/),
    fix: expect.stringMatching(/^The server's disk is full, .* Then run this job again: it continues\.$/),
  });
  await onlyTheFirst(project);
});

test("a second migrator in the middle of a file waits, and finds nothing left to do", async () => {
  const project = await server.project({
    "0001_first.sql": "create table first (id int);",
    "0002_second.sql": "create table second (id int); select pg_advisory_xact_lock(42);",
  });
  const gate = new Client({ connectionString: project.url });
  await gate.connect();
  await gate.query("select pg_advisory_lock(42)");
  const running = [project.migrate(), project.migrate()];
  const waiting = async (): Promise<void> => {
    const rows = await project.rows(
      "select 1 from pg_locks where locktype = 'advisory' and not granted and objid = 42",
    );
    if (rows.length === 0) await waiting();
  };
  await waiting();
  await gate.end();
  const done = await Promise.all(running);
  expect(done.map(({ report }) => report.verdict)).toEqual(["pass", "pass"]);
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("a server that fails between two files: what is applied is said, and a re-run continues", async () => {
  const project = await server.project({
    "0001_first.sql": "create table first (id int);",
    "0002_second.sql": "create table second (id int);",
  });
  const world = await project.world();
  const connect: Runtime["connect"] = async (url, name) => {
    const session = await world.connect(url, name);
    return {
      ...session,
      together: async (asked) => {
        const answers = await session.together(asked);
        const lost = { status: "rejected", reason: new Error("an answer of ::error::nobody") } as const;
        return asked[0]?.sql === "commit" ? answers.map((one, index) => (index > 0 ? lost : one)) : answers;
      },
    };
  };
  const error = await failed(project.migrate({}, { ...world, connect }));
  expect(error).toMatchObject({
    code: "PR411",
    message:
      "Before supabase/migrations/0002_second.sql the database could not be asked: an answer of ::error::nobody. 1 of 2 are applied and recorded (0001); not applied: 0002.",
  });
  await project.migrate();
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});
