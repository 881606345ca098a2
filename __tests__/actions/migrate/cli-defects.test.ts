// What the Supabase CLI 3.1.0 does wrong with migrations, and what is done here instead, on the same real server.
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import type { UserError } from "../../../kit/errors/user-error.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const first = { "0001_first.sql": "create table first (id int);" };

/** What is refused before anything runs: not even the ledger is made. */
async function refusedUntouched(files: Readonly<Record<string, string>>): Promise<string> {
  const project = await server.project({ ...first, ...files });
  const { message } = await refusal(project);
  const [found] = await project.rows(
    "select to_regclass('first') as first, to_regclass('supabase_migrations.schema_migrations') as ledger",
  );
  expect(found).toEqual({ first: null, ledger: null });
  return message;
}

async function refusal(project: Project): Promise<UserError> {
  return await project.migrate().then(
    () => {
      throw new Error("It was not refused.");
    },
    (error: UserError) => error,
  );
}

async function connected(project: Project): Promise<Client> {
  const client = new Client({ connectionString: project.url });
  await client.connect();
  return client;
}

test("two at once: the second waits and finds all done (the CLI runs both, and one dies on what the other made)", async () => {
  const project = await server.project({
    ...first,
    "0002_once.sql":
      "create table if not exists once (id int); insert into once values (1); select pg_sleep(0.1);",
  });
  const done = await Promise.all([project.migrate(), project.migrate()]);
  expect(done.map(({ report }) => report.verdict)).toEqual(["pass", "pass"]);
  expect(await project.rows("select id from once")).toEqual([{ id: 1 }]);
});

test("a table that is in use: readers behind us go on after the limit (behind the CLI they wait as long as it does)", async () => {
  const project = await server.project(first);
  await project.migrate();
  await project.write({ "0002_column.sql": "alter table first add column note text;" });
  const [reader, other] = [await connected(project), await connected(project)];
  await reader.query("begin; select * from first");
  const limits = { "lock-timeout": "200ms", "lock-attempts": "2", "lock-wait": "1ms" };
  const running = project.migrate(limits).catch((error: unknown) => error);
  const queued = async (): Promise<void> => {
    const rows = await project.rows(
      "select 1 from pg_locks where not granted and mode = 'AccessExclusiveLock' and relation = 'first'::regclass",
    );
    if (rows.length === 0) await queued();
  };
  await queued();
  // Comes to its answer while the first reader still has the table.
  expect((await other.query("select * from first")).rows).toEqual([]);
  expect(await running).toMatchObject({ code: "PR415" });
  await Promise.all([reader.end(), other.end()]);
});

test("an error behind an index that was built concurrently: mended, the file goes on (the CLI's can never be run again)", async () => {
  const project = await server.project({
    ...first,
    "0002_index.sql":
      "create table second (id int);\ncreate index concurrently by_id on second (id);\nselect 1 / 0;",
  });
  await refusal(project);
  await project.write({
    "0002_index.sql":
      "create table second (id int);\ncreate index concurrently by_id on second (id);\nselect 1;",
  });
  await project.migrate();
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("an error behind a COMMIT of the file's own: what is done is not done again (the CLI repeats it)", async () => {
  const project = await server.project({
    ...first,
    "0002_own.sql": "begin; insert into first values (1); commit;\nbegin; select 1 / 0; commit;",
  });
  await refusal(project);
  await project.write({
    "0002_own.sql": "begin; insert into first values (1); commit;\nbegin; select 1; commit;",
  });
  await project.migrate();
  expect(await project.rows("select id from first")).toEqual([{ id: 1 }]);
});

test("LOCK TABLE and SET LOCAL work, since the transaction is a real one (25P01 in the CLI's pipeline)", async () => {
  const project = await server.project({
    ...first,
    "0002_lock.sql":
      "set local work_mem = '1MB'; lock table first in share mode; create table seen as select current_setting('work_mem') as memory;",
  });
  await project.migrate();
  expect(await project.rows("select memory from seen")).toEqual([{ memory: "1MB" }]);
});

test.each([
  ["commit; begin;", "1:1 transaction-control: a COMMIT without its BEGIN"],
  ["begin; create table lost (id int);", "1:1 transaction-control: a BEGIN without its COMMIT"],
  ["create table lost (id int);\nrollback;", "2:1 transaction-control"],
])("«%s» is refused (the CLI says Finished, and nothing is there or recorded)", async (sql, message) => {
  expect(await refusedUntouched({ "0002_control.sql": sql })).toContain(
    `supabase/migrations/0002_control.sql:${message}`,
  );
});

test.each([
  ["0002_drop.sql", "drop table first;", "drop-table"],
  ["0002_truncate.sql", "truncate first;", "truncate"],
  ["0002_delete.sql", "delete from first;", "delete-without-where"],
])("%s is refused and named (the CLI runs it without a word)", async (name, sql, rule) => {
  const project = await server.project(first);
  await project.migrate();
  await project.write({ [name]: sql });
  expect((await refusal(project)).message).toContain(`${name}:1:1 ${rule}`);
});

test.each([
  ["copy first from stdin;\n1\n\\.\n", "psql-only"],
  ["\\set x 1\nselect 1;", "psql-only"],
])("«%s» is refused before anything runs (the CLI stops in the middle of the files)", async (sql, rule) => {
  expect(await refusedUntouched({ "0002_psql.sql": sql })).toContain(rule);
});

test("a rule with several actions is one statement (the CLI cuts it at the first semicolon behind a bracket)", async () => {
  const rule =
    "create rule twice as on update to first do also (\n  insert into log values (1);\n  insert into log values (2);\n)";
  const project = await server.project({
    "0001_first.sql": `create table first (id int); create table log (id int);\n${rule};`,
  });
  await project.migrate();
  const [row] = await project.rows("select statements from supabase_migrations.schema_migrations");
  expect(row).toEqual({
    statements: ["create table first (id int)", "create table log (id int)", rule],
  });
});

test("an enum's value that is used in the file that adds it is refused at its place (55P04 in the CLI, when it runs)", async () => {
  const project = await server.project({ "0001_first.sql": "create type state as enum ('a');" });
  await project.migrate();
  await project.write({
    "0002_value.sql": "alter type state add value 'b';\ncreate table s (s state default 'b');",
  });
  expect((await refusal(project)).message).toMatch(/0002_value\.sql:2:\d+ /);
  await project.write({
    "0002_value.sql": "alter type state add value 'b';",
    "0003_used.sql": "create table s (s state default 'b');",
  });
  await project.migrate();
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
});

test("an applied file that was edited stops the release (to the CLI all is up to date)", async () => {
  const project = await server.project(first);
  await project.migrate();
  await project.write({ "0001_first.sql": "create table first (id bigint);" });
  const { code, message } = await refusal(project);
  expect(code).toBe("PR414");
  expect(message).toContain("0001_first.sql was edited after it was applied");
});

test.each([
  [
    { "0002_a.sql": "select 1", "0002_b.sql": "select 1" },
    "0002_a.sql, 0002_b.sql: the same version 2 times",
  ],
  [{ "9_a.sql": "select 1", "10_b.sql": "select 1" }, "10_b.sql would run before 9_a.sql"],
  [{ "second.sql": "select 1" }, "second.sql: not named <digits>_<name>.sql"],
])("names that leave the order open are refused before anything runs: %j", async (files, message) => {
  const project = await server.project(files);
  const error = await refusal(project);
  expect(error).toMatchObject({ code: "PR416", message: expect.stringContaining(message) });
  expect(await project.rows("select to_regclass('supabase_migrations.schema_migrations') as ledger")).toEqual(
    [{ ledger: null }],
  );
});

test("what fails says what is applied and what is not (the CLI's JSON does not), and a re-run goes on there", async () => {
  const project = await server.project({
    ...first,
    "0002_second.sql": "create table second (id int);",
    "0003_third.sql": "create table third (id int);\nselect missing;",
    "0004_fourth.sql": "select 1;",
  });
  expect((await refusal(project)).message).toContain(
    "2 of 4 are applied and recorded (0001, 0002); not applied: 0003, 0004.",
  );
  await project.write({ "0003_third.sql": "create table third (id int);" });
  expect((await project.migrate()).outputs.applied).toBe('["0003","0004"]');
});

test("a setting of a file ends with it: the next one has the limits of the release (plain SET leaked from older CLIs)", async () => {
  const project = await server.project({
    "0001_set.sql":
      "set lock_timeout = '1h'; set search_path = pg_catalog; create table public.first (id int);",
    "0002_seen.sql": "create table seen as select current_setting('lock_timeout') as lock;",
  });
  await project.migrate({ "lock-timeout": "3s" });
  expect(await project.rows("select lock from public.seen")).toEqual([{ lock: "3s" }]);
});
