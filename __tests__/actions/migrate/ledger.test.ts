import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const one = { "0001_first.sql": "create table first (id int);" };

test("a file that was edited after it was applied stops everything; comments and line ends do not count", async () => {
  const project = await server.project(one);
  await project.migrate();
  await project.write({
    "0001_first.sql": "-- the first table\r\ncreate table first\r\n  (id int)",
    "0002_second.sql": "create table second (id int)",
  });
  await project.migrate();
  await project.write({ "0001_first.sql": "create table first (id bigint);" });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR414",
    message: expect.stringContaining("supabase/migrations/0001_first.sql was edited after it was applied"),
  });
});

test("a row without a file stops everything, and says what to do", async () => {
  const project = await server.project(one);
  await project.migrate();
  await project.rows(
    "insert into supabase_migrations.schema_migrations (version, name) values ('20260101010101', 'dashboard')",
  );
  await project.write({ "0002_second.sql": "create table second (id int)" });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR414",
    message: expect.stringMatching(
      /20260101010101 \(dashboard\) is recorded as applied, but has no file.*repair --linked --yes --status reverted 20260101010101/s,
    ),
  });
  expect(await project.ledger()).toEqual(["0001", "20260101010101"]);
});

test("a pending file older than the head is applied only if its version is allowed", async () => {
  const project = await server.project({ "0002_second.sql": "create table second (id int)" });
  await project.migrate();
  await project.write(one);
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR414",
    message: expect.stringContaining('allow it by `out-of-order: ["0001"]`'),
  });
  await project.migrate({ "out-of-order": "0001" });
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("`from` names the first version that a release may apply", async () => {
  const project = await server.project({ ...one, "0002_second.sql": "create table second (id int)" });
  await project.rows("create schema supabase_migrations");
  await project.rows(
    "create table supabase_migrations.schema_migrations as select '0000' as version, 'old' as name, '{}'::text[] as statements",
  );
  await project.write({ "0000_old.sql": "-- nothing" });
  await expect(project.migrate({ from: "0002" })).rejects.toMatchObject({
    code: "PR414",
    message: expect.stringContaining('0001_first.sql is pending, but older than `from: "0002"`'),
  });
  await expect(project.migrate({ from: "8" })).rejects.toMatchObject({
    code: "PR102",
    fix: "Write it in quotes as in the file's name; the last one is 0002.",
  });
  await project.migrate({ from: "0001" });
  expect(await project.ledger()).toEqual(["0000", "0001", "0002"]);
});

test("an empty ledger means that everything is pending, whatever `from` says, and the plan says so", async () => {
  const project = await server.project({ ...one, "0002_second.sql": "create table second (id int)" });
  const { report } = await project.migrate({ from: "0002" });
  expect(report.folded?.[0]?.text).toBe(
    "the ledger is empty: everything is pending\napply 0001 first\napply 0002 second",
  );
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("a hosted ledger with more columns in another order is written by name", async () => {
  const project = await server.project(one);
  await project.rows("create schema supabase_migrations");
  await project.rows(
    `create table supabase_migrations.schema_migrations (
       statements text[], created_by text, idempotency_key text unique, rollback text[], version text primary key, name text)`,
  );
  await project.migrate();
  expect(await project.rows("select * from supabase_migrations.schema_migrations")).toEqual([
    {
      version: "0001",
      name: "first",
      statements: ["create table first (id int)"],
      created_by: null,
      idempotency_key: null,
      rollback: null,
    },
  ]);
});

test("a ledger of an older CLI is completed; what it kept no text of is said to be unverified", async () => {
  const project = await server.project({ ...one, "0002_second.sql": "create table second (id int)" });
  await project.rows("create schema supabase_migrations");
  await project.rows("create table supabase_migrations.schema_migrations (version text primary key)");
  await project.rows("insert into supabase_migrations.schema_migrations values ('0001')");
  const { report } = await project.migrate();
  expect(report.folded?.at(-1)).toEqual({
    title: "Not verified",
    text: "The ledger keeps no text of 0001, so whether these files were edited cannot be told.",
  });
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("badly named, doubled and unordered files are refused together", async () => {
  const project = await server.project({
    "1_a.sql": "",
    "01_b.sql": "",
    "9_c.sql": "",
    "10_d.sql": "",
    "notes.sql": "",
    "README.md": "",
    "12_latin.sql": "",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR416",
    message: `Migrations in supabase/migrations cannot be put in order:
  - notes.sql: not named <digits>_<name>.sql, so the Supabase CLI would silently skip it
  - 01_b.sql, 1_a.sql: the same version 2 times
  - 12_latin.sql would run before 9_c.sql: versions compare as texts; give them the same number of digits`,
  });
});

test("a role that may not read the ledger is told so", async () => {
  const project = await server.project(one);
  await project.migrate();
  await project.rows("create role stranger login");
  const database = decodeURIComponent(new URL(project.url).pathname.slice(1));
  const url = server.postgres.urlFor(database, "stranger");
  await expect(project.migrate({ "database-url": url })).rejects.toMatchObject({
    code: "PR411",
    message: expect.stringMatching(/^The ledger cannot be read: 42501: permission denied for/),
  });
});
