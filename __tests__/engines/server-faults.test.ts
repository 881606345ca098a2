import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { UserError } from "../../kit/errors/user-error.ts";
import { type Postgres, startPostgres } from "../../rehearsal/engines/postgres.ts";
import { UNPRIVILEGED, isRoot } from "../../rehearsal/engines/postgres-binaries.ts";
import { type Project, projectAt } from "../support/migration-world.ts";
import { smallDisk } from "../support/small-disk.ts";

let folder: string;
let server: Postgres;
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  await start();
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  server = await startPostgres({ folder: join(folder, "data") });
}

async function projectOf(files: Readonly<Record<string, string>>): Promise<Project> {
  count += 1;
  const project = projectAt(
    await server.createDatabase(`project_${count}`),
    join(folder, `repository-${count}`),
  );
  await project.write(files);
  return project;
}

async function failed(running: Promise<unknown>): Promise<UserError> {
  const error = await running.then(
    () => new Error("It did not fail."),
    (thrown: UserError) => thrown,
  );
  expect(error.message).not.toContain("    at ");
  return error as UserError;
}

const slow = {
  "0001_first.sql": "create table first (id int);",
  "0002_second.sql": "create table second (id int);\nselect pg_sleep(60);",
};

async function asleep(project: Project, until = Date.now() + 30_000): Promise<void> {
  if (Date.now() > until) throw new Error("30 s after it began, the file has not come to its pg_sleep");
  const rows = await project.rows(
    "select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'",
  );
  if (rows.length === 0) await asleep(project, until);
}

/** The same project on the server that has come up again, on another port. */
async function continued(project: Project): Promise<void> {
  await start();
  const name = new URL(project.url).pathname.slice(1);
  const again = projectAt(server.urlFor(name), project.root);
  expect(await again.ledger()).toEqual(["0001"]);
  expect(await again.rows("select to_regclass('second') as second")).toEqual([{ second: null }]);
  await again.write({ "0002_second.sql": "create table second (id int);" });
  await again.migrate();
  expect(await again.ledger()).toEqual(["0001", "0002"]);
}

test("the server is shut down in the middle of a file: what is not known is not said, and a re-run continues", async () => {
  const project = await projectOf(slow);
  const running = failed(project.migrate());
  await asleep(project);
  await server.stop();
  expect(await running).toMatchObject({
    code: "PR413",
    message: expect.stringMatching(
      /0002_second\.sql.* failed.*The database does not answer any more, so whether the server has committed it cannot be told/,
    ),
    fix: "Run this job again: it continues where it stopped.",
  });
  await continued(project);
}, 60_000);

test("the server dies without a word in the middle of a file: after its recovery a re-run continues", async () => {
  const project = await projectOf(slow);
  // These servers give a commit back before it is written, which a crash then forgets: not this one.
  await project.rows(
    `alter database "${new URL(project.url).pathname.slice(1)}" set synchronous_commit = on`,
  );
  const running = failed(project.migrate());
  await asleep(project);
  const [pid] = (await readFile(join(folder, "data/postmaster.pid"), "utf8")).split("\n");
  const backends = await project.rows("select pid from pg_stat_activity");
  for (const victim of [Number(pid), ...backends.map((row) => Number(row["pid"]))]) {
    try {
      process.kill(victim, "SIGKILL");
    } catch {
      // Gone by itself, as its parent is.
    }
  }
  expect(await running).toMatchObject({ code: "PR413", message: expect.stringContaining("0002_second.sql") });
  await server.stop();
  await continued(project);
}, 60_000);

const small = smallDisk("4m");

// A test that is skipped is counted and not named: whoever reads the run is told which, and why.
if (typeof small === "string")
  process.stderr.write(`NOT RUN: the disk of the server is full in the middle of a file: ${small}\n`);

(typeof small === "string" ? test.skip : test)(
  "the disk of the server is full in the middle of a file: the file is gone, and the cause is named",
  async () => {
    if (typeof small === "string") return;
    const disk = join(folder, "disk");
    await mkdir(disk);
    if (isRoot()) for (const path of [disk, folder]) await chown(path, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
    const on = await startPostgres({
      folder: join(folder, "small"),
      binaries: small(disk, join(folder, "native")),
    });
    try {
      const project = projectAt(await on.createDatabase("full"), join(folder, "repository-full"));
      await project.write({
        "0001_first.sql": "create table first (id int);",
        "0002_second.sql":
          "create table second (id int, note text) tablespace small;\ninsert into second select g, repeat('x', 1000) from generate_series(1, 20000) g;",
      });
      await project.rows(`create tablespace small location '${disk}'`);
      expect(await failed(project.migrate())).toMatchObject({
        code: "PR413",
        message: expect.stringMatching(
          /0002_second\.sql:2:1 failed in `insert .*: 53100: could not extend file .*No space left/,
        ),
        fix: expect.stringMatching(/^The server's disk is full/),
      });
      expect(await project.ledger()).toEqual(["0001"]);
      await project.write({ "0002_second.sql": "create table second (id int, note text) tablespace small;" });
      await project.migrate();
      expect(await project.ledger()).toEqual(["0001", "0002"]);
    } finally {
      await on.stop();
    }
  },
  60_000,
);

test("25,000 statements in a file are one transaction and one row, in bounded memory", async () => {
  const inserts = Array.from({ length: 25_000 }, (_, row) => `insert into first values (${row});\n`).join("");
  const project = await projectOf({ "0001_first.sql": `create table first (id int);\n${inserts}` });
  const before = process.memoryUsage().rss;
  await project.migrate();
  expect(process.memoryUsage().rss - before).toBeLessThan(1e9);
  const [row] = await project.rows(
    "select cardinality(statements) as statements from supabase_migrations.schema_migrations",
  );
  expect(row).toEqual({ statements: 25_001 });
  expect(await project.rows("select count(*)::int as rows from first")).toEqual([{ rows: 25_000 }]);
}, 120_000);

test("a replica takes no migration: told, with what to do; what is applied already needs none", async () => {
  const project = await projectOf({ "0001_first.sql": "create table first (id int);" });
  await project.migrate();
  const name = new URL(project.url).pathname.slice(1);
  await server.stop();
  await writeFile(join(folder, "data/standby.signal"), "");
  await start();
  const replica = projectAt(server.urlFor(name), project.root);
  expect((await replica.migrate()).report.reason).toBe("No migration is pending: the schema is at 0001.");
  await replica.write({ "0002_second.sql": "create table second (id int);" });
  const { code, message, fix } = await failed(replica.migrate());
  expect(code).toBe("PR411");
  expect(message).toMatch(/^The .*: 25006: cannot execute \w+ in a read-only transaction\.$/);
  expect(fix).toContain("Use the primary");
}, 60_000);
